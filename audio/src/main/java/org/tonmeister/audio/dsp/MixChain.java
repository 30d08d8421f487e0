package org.tonmeister.audio.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole chain for one track: input gain → compression → EQ (low, mid, high) → presence → reverb → delay → width →
 * output level → limiter. Stages at neutral are left out, so a chain at all-neutral passes every sample unchanged as long
 * as the limiter's ceiling is not reached.
 */
public final class MixChain {
    /** Stages run one after the other over so many frames, which stay in the first-level cache meanwhile. */
    private static final int SEGMENT_FRAMES = 512;

    /** So low that the deepest bass, 20 Hz, loses 0.04 dB and turns by 6°. */
    static final double DC_BLOCKER_HZ = 2;

    private final List<Stage> stages = new ArrayList<>();
    private final Compressor compressor;
    private final Limiter limiter;
    private final GainReductionTrace trace;
    private final int latencyFrames;
    private int position;

    /**
     * A chain at the start of a track.
     *
     * @param sampleRate frames per second, 8000 to 192,000
     * @throws IllegalArgumentException if the rate is outside that
     */
    public MixChain(double sampleRate, Parameters parameters, ChainOptions options) {
        if (!(sampleRate >= 8000 && sampleRate <= 192_000)) {
            throw new IllegalArgumentException(
                    "a mix is made at 8000 to 192000 frames per second, not " + sampleRate + "; resample the track");
        }
        stages.add(new InputGuard());
        if (options.dcBlocked()) {
            stages.add(dcBlocker(sampleRate));
        }
        addGain(parameters.units(Parameter.INPUT_GAIN));
        compressor = Compressor.forward(sampleRate, parameters.units(Parameter.COMPRESSION), options.makeUpDb());
        if (!parameters.isNeutral(Parameter.COMPRESSION)) {
            stages.add(compressor);
            // What it does to a wave that is taller on one side of zero leaves a mean, which gains would lift.
            stages.add(dcBlocker(sampleRate));
        }
        stages.add(new Equaliser(sampleRate, parameters));
        if (!parameters.isNeutral(Parameter.REVERB)) {
            stages.add(Send.of(() -> new Reverb(sampleRate), sampleRate, parameters.get(Parameter.REVERB)));
        }
        if (!parameters.isNeutral(Parameter.DELAY)) {
            stages.add(Send.of(
                    () -> new StereoDelay(sampleRate, StereoDelay.DEFAULT_SECONDS),
                    sampleRate,
                    parameters.get(Parameter.DELAY)));
        }
        if (!parameters.isNeutral(Parameter.WIDTH)) {
            stages.add(Width.ofSideGainDb(parameters.units(Parameter.WIDTH)));
        }
        addGain(parameters.units(Parameter.OUTPUT_LEVEL) + options.extraOutputGainDb());
        limiter = new Limiter(sampleRate, options.ceilingDbtp());
        latencyFrames = options.limited() ? limiter.latencyFrames() : 0;
        if (options.limited()) {
            stages.add(limiter);
        }
        trace = new GainReductionTrace(SEGMENT_FRAMES / sampleRate);
    }

    /** How many frames later the output comes: the same for every block; 0 without the limiter. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /**
     * Processes the next frames of the track in place. The output does not depend on how the track is cut into blocks.
     *
     * @param block [2][frames or more]
     */
    public void process(float[][] block, int frames) {
        int at = 0;
        while (at < frames) {
            int count = Math.min(frames - at, SEGMENT_FRAMES - position);
            for (Stage stage : stages) {
                stage.process(block[0], block[1], at, count);
            }
            at += count;
            position += count;
            if (position == SEGMENT_FRAMES) {
                position = 0;
                stages.forEach(Stage::settle);
                trace.add(compressor.takeReductionDb(), limiter.takeReductionDb());
            }
        }
    }

    /** What compressor and limiter have done so far. */
    public GainReduction gainReduction() {
        return new GainReduction(
                compressor.meanReductionDb(),
                compressor.maxReductionDb(),
                limiter.maxReductionDb(),
                limiter.limitedShare());
    }

    /** How that went over time; it goes on growing while the chain works. */
    public GainReductionTrace gainReductionTrace() {
        return trace;
    }

    private static Stage dcBlocker(double sampleRate) {
        return new StereoFirstOrder(FirstOrder.highPass(sampleRate, DC_BLOCKER_HZ));
    }

    private void addGain(double gainDb) {
        if (gainDb != 0) {
            stages.add(new Gain(gainDb));
        }
    }
}
