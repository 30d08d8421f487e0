package org.tonmeister.training.targets;

import java.util.Arrays;
import org.tonmeister.audio.dsp.InverseChain;
import org.tonmeister.audio.dsp.InverseMakeUp;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * A master as it would have been before a mix with known parameters: the sound that a chain with these, but a neutral
 * output level, turns into the master. With the output level it also brings it to its loudness.
 */
public final class Degrader {
    /** How long filters and compressor run before a window, so that their state is that of the whole track. */
    private static final int PRE_ROLL_SECONDS = 2;

    /** Pre-rolls begin at a multiple of this, where blocks of compressor and chain begin too. */
    private static final int ALIGNMENT_FRAMES = 512;

    private final MasterTrack track;
    private final Parameters inverted;
    private final double makeUpDb;

    /**
     * Measures the make-up gain over the whole track, if there is compression.
     *
     * @param parameters the truth; reverb and delay must be neutral, the output level is not inverted
     */
    public Degrader(MasterTrack track, Parameters parameters) {
        this.track = track;
        inverted = parameters.with(Parameter.OUTPUT_LEVEL, Parameter.OUTPUT_LEVEL.neutral());
        var makeUp = new InverseMakeUp(track.sampleRate(), inverted);
        makeUp.add(track.samples(), 0, track.frames());
        makeUpDb = makeUp.makeUpDb();
    }

    /** The make-up gain of the compressor that is inverted, and of the one that restores the master; 0 without. */
    public double makeUpDb() {
        return makeUpDb;
    }

    /**
     * One degraded window, {@code [2][frames]}.
     *
     * @param window its index in {@link MasterTrack#windows}
     */
    public float[][] window(int window) {
        int start = track.windows().start(window);
        int frames = track.windows().frames(window);
        int earliest = Math.max(0, start - PRE_ROLL_SECONDS * track.sampleRate());
        int from = earliest - earliest % ALIGNMENT_FRAMES;
        return cut(degraded(from, start + frames), start - from);
    }

    /** The whole degraded track, {@code [2][frames]}. */
    public float[][] whole() {
        return degraded(0, track.frames());
    }

    private float[][] degraded(int from, int to) {
        float[][] block = cut(track.samples(), from, to);
        new InverseChain(track.sampleRate(), inverted, makeUpDb).process(block, to - from);
        return block;
    }

    private static float[][] cut(float[][] samples, int from) {
        return cut(samples, from, samples[0].length);
    }

    private static float[][] cut(float[][] samples, int from, int to) {
        return new float[][] {Arrays.copyOfRange(samples[0], from, to), Arrays.copyOfRange(samples[1], from, to)};
    }
}
