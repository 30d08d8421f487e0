package org.tonmeister.audio.dsp;

import java.util.ArrayList;
import java.util.List;

/**
 * From the output of a {@link MixChain} back to its input, for the part that can be inverted exactly: output level →
 * width → presence and EQ → compression → input gain. The limiter and the high-pass filters of {@link
 * MixChain#DC_BLOCKER_HZ} are not inverted.
 *
 * <p>Applied to a finished master, it gives a track that a chain with the same parameters turns into that master: so
 * what a mix should do is known for a track that needs it.
 */
public final class InverseChain {
    /** As {@link MixChain}'s, so that states settle where they settle there. */
    private static final int SEGMENT_FRAMES = 512;

    private final List<Stage> stages = new ArrayList<>();
    private int position;

    /**
     * An inverse chain at the start of a track.
     *
     * @param sampleRate frames per second, at least 8000
     * @param parameters those of the forward chain
     * @param makeUpDb the forward compressor's make-up gain; {@link InverseMakeUp} finds it from the chain's output.
     *     Without compression it has no effect
     * @throws IllegalArgumentException if there is reverb or delay, which have no inverse
     */
    public InverseChain(double sampleRate, Parameters parameters, double makeUpDb) {
        stages.addAll(afterCompressor(sampleRate, parameters));
        if (!parameters.isNeutral(Parameter.COMPRESSION)) {
            stages.add(Compressor.inverse(sampleRate, parameters.units(Parameter.COMPRESSION), makeUpDb));
        }
        addGain(stages, -parameters.units(Parameter.INPUT_GAIN));
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
            }
        }
    }

    /** The inverses of what comes after the compressor, last stage first. */
    static List<Stage> afterCompressor(double sampleRate, Parameters parameters) {
        for (Parameter send : List.of(Parameter.REVERB, Parameter.DELAY)) {
            if (!parameters.isNeutral(send)) {
                throw new IllegalArgumentException(
                        send.jsonName() + " has no inverse: it must be 0, not " + parameters.get(send));
            }
        }
        var stages = new ArrayList<Stage>();
        addGain(stages, -parameters.units(Parameter.OUTPUT_LEVEL));
        if (!parameters.isNeutral(Parameter.WIDTH)) {
            stages.add(Width.ofSideGainDb(-parameters.units(Parameter.WIDTH)));
        }
        stages.add(new Equaliser(sampleRate, oppositeGains(parameters)));
        return stages;
    }

    private static Parameters oppositeGains(Parameters parameters) {
        Parameters opposite = parameters;
        for (EqBand band : EqBand.values()) {
            opposite = opposite.with(band.parameter(), 1 - parameters.get(band.parameter()));
        }
        return opposite;
    }

    private static void addGain(List<Stage> stages, double gainDb) {
        if (gainDb != 0) {
            stages.add(new Gain(gainDb));
        }
    }
}
