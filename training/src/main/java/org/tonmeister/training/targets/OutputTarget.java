package org.tonmeister.training.targets;

import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The output level that brings a track to {@value #TARGET_LUFS} LUFS, found by rendering: the limiter at −1 dBTP may take
 * some of it away again.
 */
final class OutputTarget {
    static final double TARGET_LUFS = -14;

    private static final double TOLERANCE_LU = 0.05;
    private static final int MOST_RENDERINGS = 5;
    private static final int BLOCK_FRAMES = 8192;

    private OutputTarget() {}

    /**
     * The value of {@link Parameter#OUTPUT_LEVEL} in [0, 1], by the secant method.
     *
     * @param stereo {@code [2][frames]}, left unchanged
     * @param lufs its integrated loudness
     */
    static double of(float[][] stereo, int sampleRate, double lufs) {
        double gainBefore = 0;
        double reachedBefore = lufs;
        double gain = limited(TARGET_LUFS - lufs);
        for (int rendering = 0; rendering < MOST_RENDERINGS; rendering++) {
            double reached = loudness(stereo, sampleRate, gain);
            double missing = TARGET_LUFS - reached;
            double slope = (reached - reachedBefore) / (gain - gainBefore);
            double next = limited(gain + missing / (slope > 0 ? slope : 1));
            if (Math.abs(missing) <= TOLERANCE_LU || next == gain) {
                break;
            }
            gainBefore = gain;
            reachedBefore = reached;
            gain = next;
        }
        return Parameter.OUTPUT_LEVEL.fromUnits(gain);
    }

    private static double limited(double gainDb) {
        return Math.max(Parameter.OUTPUT_LEVEL.minUnits(), Math.min(Parameter.OUTPUT_LEVEL.maxUnits(), gainDb));
    }

    private static double loudness(float[][] stereo, int sampleRate, double gainDb) {
        var parameters = Parameters.neutral().with(Parameter.OUTPUT_LEVEL, Parameter.OUTPUT_LEVEL.fromUnits(gainDb));
        var renderer = new MixRenderer(new MixChain(sampleRate, parameters, ChainOptions.defaults()));
        var meter = new LoudnessMeter(sampleRate);
        float[][] block = new float[2][BLOCK_FRAMES];
        for (int at = 0; at < stereo[0].length; at += BLOCK_FRAMES) {
            int frames = Math.min(BLOCK_FRAMES, stereo[0].length - at);
            System.arraycopy(stereo[0], at, block[0], 0, frames);
            System.arraycopy(stereo[1], at, block[1], 0, frames);
            meter.add(block, renderer.process(block, frames, block));
        }
        for (int frames = renderer.flush(block); frames > 0; frames = renderer.flush(block)) {
            meter.add(block, frames);
        }
        return meter.result().integratedLufs();
    }
}
