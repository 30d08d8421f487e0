package org.tonmeister.training.evaluate;

import java.util.Arrays;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Degrader;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.MasterTrack;

/** The sound behind an example again: the master, the track that it was degraded to, and what a mix makes of that. */
final class ExampleSound {
    private final MasterTrack master;
    private final float[][] degraded;
    private final Stretch stretch;

    private ExampleSound(MasterTrack master, float[][] degraded) {
        this.master = master;
        this.degraded = degraded;
        stretch = Stretch.of(master.frames(), master.sampleRate());
    }

    /** The sound of an example of a master. */
    static ExampleSound of(MasterTrack master, Example example) {
        // What cannot be inverted was not.
        Parameters flaws = example.parameters()
                .with(Parameter.REVERB, Parameter.REVERB.neutral())
                .with(Parameter.DELAY, Parameter.DELAY.neutral());
        return new ExampleSound(master, new Degrader(master, flaws).whole());
    }

    int sampleRate() {
        return master.sampleRate();
    }

    /** The master's stretch at the work level, {@code [2][frames]}. */
    float[][] clean() {
        return cut(master.samples(), stretch.start(), stretch.end());
    }

    /**
     * The same behind the high-pass at 2 Hz that a mix has after its compressor, and only there: it is not part of what
     * was inverted, nobody hears it, and where a lossy coder left nothing it is all that spectra would show.
     */
    float[][] cleanAsCompressed() {
        float[][] block = cut(master.samples(), stretch.from(), stretch.end());
        var options = ChainOptions.defaults().withoutLimiter().withDcBlocked(true);
        new MixChain(sampleRate(), Parameters.neutral(), options).process(block, block[0].length);
        return cut(block, stretch.start() - stretch.from(), block[0].length);
    }

    /** The stretch of the degraded track, {@code [2][frames]}. */
    float[][] degraded() {
        return cut(degraded, stretch.start(), stretch.end());
    }

    /**
     * The make-up gain in dB that a mix of the whole degraded track would have. It depends on input gain and compression
     * alone.
     */
    double makeUpDb(Parameters parameters) {
        var meter = new MakeUpMeter(sampleRate(), parameters);
        meter.add(degraded, degraded[0].length);
        return meter.makeUpDb();
    }

    /** The stretch of a mix at the work level, so without output level and limiter: what is compared with the master. */
    float[][] restored(Parameters parameters, double makeUpDb) {
        float[][] block = cut(degraded, stretch.from(), stretch.end());
        var options = ChainOptions.defaults().withMakeUpDb(makeUpDb).withoutLimiter();
        new MixChain(sampleRate(), parameters.with(Parameter.OUTPUT_LEVEL, Parameter.OUTPUT_LEVEL.neutral()), options)
                .process(block, block[0].length);
        return cut(block, stretch.start() - stretch.from(), block[0].length);
    }

    /** The stretch of a mix as it is delivered, with output level and limiter. */
    float[][] delivered(Parameters parameters, double makeUpDb) {
        float[][] block = cut(degraded, stretch.from(), stretch.end());
        var options = ChainOptions.defaults().withMakeUpDb(makeUpDb);
        var renderer = new MixRenderer(new MixChain(sampleRate(), parameters, options));
        float[][] out = new float[2][block[0].length];
        int written = renderer.process(block, block[0].length, out);
        float[][] rest = new float[2][block[0].length];
        for (int count = renderer.flush(rest); count > 0; count = renderer.flush(rest)) {
            System.arraycopy(rest[0], 0, out[0], written, count);
            System.arraycopy(rest[1], 0, out[1], written, count);
            written += count;
        }
        return cut(out, stretch.start() - stretch.from(), written);
    }

    private static float[][] cut(float[][] samples, int from, int to) {
        return new float[][] {Arrays.copyOfRange(samples[0], from, to), Arrays.copyOfRange(samples[1], from, to)};
    }
}
