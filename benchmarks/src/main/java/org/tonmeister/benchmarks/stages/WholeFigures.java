package org.tonmeister.benchmarks.stages;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The whole chain at one rate.
 *
 * @param changedByNeutral samples that all-neutral parameters change, of a programme below the ceiling
 * @param changedByBlocks samples that other block sizes change (1, 64, 333 and 4096 against one block), over mixes with
 *     random parameters and the limiter at work
 * @param samples how many samples the first of the two counts looked at
 * @param blockSamples how many the second one did
 * @param heldBassDcDbfs direct current made of a held 50 Hz pulse wave by a compression of 0.5
 * @param limitedBassDcDbfs the same by 12 dB too much level before the limiter
 */
record WholeFigures(
        long changedByNeutral,
        long changedByBlocks,
        long samples,
        long blockSamples,
        double heldBassDcDbfs,
        double limitedBassDcDbfs) {
    private static final int MIXES = 4;
    private static final List<Integer> BLOCKS = List.of(1, 64, 333, 4096);

    static WholeFigures at(int rate) {
        float[][] programme = Sound.programme(rate, 5, 2 * rate);
        programme = Sound.scaled(programme, -3 - Sound.db(Sound.peak(programme)));
        long neutral = different(programme, rendered(rate, Parameters.neutral(), programme, 4096));
        var random = new SplittableRandom(rate);
        long blocks = 0;
        for (int mix = 0; mix < MIXES; mix++) {
            Parameters parameters = Parameters.of(
                            random.doubles(Parameters.COUNT).toArray())
                    .with(Parameter.INPUT_GAIN, 1)
                    .with(Parameter.OUTPUT_LEVEL, 1);
            float[][] whole = rendered(rate, parameters, programme, 2 * rate);
            for (int frames : BLOCKS) {
                blocks += different(whole, rendered(rate, parameters, programme, frames));
            }
        }
        float[][] bass = Sound.of(4 * rate, i -> pulse(rate, i), i -> pulse(rate, i));
        Parameters squeezed = Parameters.neutral().with(Parameter.INPUT_GAIN, 1).with(Parameter.COMPRESSION, 0.5);
        return new WholeFigures(
                neutral,
                blocks,
                4L * rate,
                4L * rate * MIXES * BLOCKS.size(),
                meanDb(Sound.mixed(rate, squeezed, bass)),
                meanDb(rendered(rate, Parameters.neutral(), Sound.scaled(bass, 12), 4096)));
    }

    private static float[][] rendered(int rate, Parameters parameters, float[][] sound, int blockFrames) {
        var chain = new MixChain(rate, parameters, ChainOptions.defaults());
        return Sound.rendered(new MixRenderer(chain), sound, blockFrames);
    }

    private static long different(float[][] a, float[][] b) {
        long count = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < a[c].length; i++) {
                count += Float.floatToRawIntBits(a[c][i]) == Float.floatToRawIntBits(b[c][i]) ? 0 : 1;
            }
        }
        return count;
    }

    /** Eight harmonics that peak together; whole periods in a second. */
    private static double pulse(int rate, int i) {
        double sum = 0;
        for (int k = 1; k <= 8; k++) {
            sum += 0.25 / k * Math.cos(2 * Math.PI * 50 * k * i / rate);
        }
        return sum;
    }

    private static double meanDb(float[][] sound) {
        double worst =
                Arrays.stream(sound).mapToDouble(WholeFigures::mean).max().orElseThrow();
        return Sound.db(worst + 1e-12);
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float x : samples) {
            sum += x;
        }
        return Math.abs(sum / samples.length);
    }
}
