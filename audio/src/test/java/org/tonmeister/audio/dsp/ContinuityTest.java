package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.tonmeister.audio.filter.AtMasteringRates;

/**
 * Smooth sound stays smooth: no stage, and no border between blocks, puts a jump into it.
 *
 * <p>The source is a sum of sines up to {@value #HIGHEST_HZ} Hz under a slow envelope. For a signal of that bandwidth w
 * (radians a frame) and of peak P, Bernstein's inequality bounds the second difference by w²·P. A gain g that moves adds
 * 2w·P·|Δg/g| + P·|Δ²g/g|, and for both the constants of compressor and limiter give bounds: see {@link #bound}. What
 * lies above is a click.
 */
class ContinuityTest {
    private static final double HIGHEST_HZ = 200;
    private static final double ATTACK_SECONDS = 0.010;
    private static final double LOOK_AHEAD_SECONDS = 0.005;
    private static final int MIXES = 8;

    @AtMasteringRates
    void smoothSoundStaysSmooth(int rate) {
        var random = new SplittableRandom(rate);
        for (int mix = 0; mix < MIXES; mix++) {
            Parameters parameters =
                    Parameters.of(random.doubles(Parameters.COUNT).toArray());
            float[][] source = smooth(rate, mix);

            // When: driven so that the limiter takes 5 dB away, in blocks of any size
            double gainDb = gainToReach(rate, parameters, source, 4);
            var renderer = new MixRenderer(
                    new MixChain(rate, parameters, ChainOptions.defaults().withExtraOutputGainDb(gainDb)));
            float[][] out = Render.through(renderer, source, () -> random.nextInt(1, 5000));

            // Then
            GainReduction reduction = renderer.gainReduction();
            assertThat(reduction.limiterMaxDb()).isBetween(4.5, 5.5);
            double bound = bound(rate, parameters, reduction, Signals.peak(out));
            assertThat(secondDifference(out)).as("%s", parameters).isLessThan(bound);

            // And the bound is tight enough to find what clicks
            assertThat(secondDifference(withLostFrame(out))).isGreaterThan(bound);
            assertThat(secondDifference(withGainStep(out, 0.1))).isGreaterThan(bound);
            assertThat(secondDifference(withWrongSample(out, 0.005))).isGreaterThan(bound);
        }
    }

    private static double bound(int rate, Parameters parameters, GainReduction reduction, double peak) {
        double w = 2 * Math.PI * HIGHEST_HZ / rate;
        // The compressor's gain is a line in each block, whose slope changes by a part 1 - e^(-block/attack) of at most
        // the whole reduction: 15 dB, or what the ratio asks for at the highest level, 2.3 LU above a full-scale peak.
        double highestLufs = parameters.units(Parameter.INPUT_GAIN) + 2.3;
        double reductionDb =
                new GainComputer(-26, parameters.units(Parameter.COMPRESSION), 6, 15).reductionDb(highestLufs);
        int block = SideChain.blockFrames(rate);
        double kink = 0.1151 * reductionDb * (1 - Math.exp(-block / (ATTACK_SECONDS * rate - block))) / block;
        // The limiter's gain is averaged by two boxes of 3/5 and 2/5 of the look-ahead.
        double least = Decibels.toAmplitude(-reduction.limiterMaxDb());
        double drop = (1 - least) / least;
        double lookAhead = LOOK_AHEAD_SECONDS * rate;
        double slope = drop / (0.6 * lookAhead);
        double bend = 2 * drop / (0.6 * lookAhead * 0.4 * lookAhead);
        return peak * (w * w + 2 * w * (kink + slope) + kink + bend + kink * slope);
    }

    /** Five sines between 40 and 200 Hz for 2 s, fading in and out; the sides have phases of their own. */
    private static float[][] smooth(int rate, long seed) {
        var random = new SplittableRandom(seed);
        double[] hz = random.doubles(5, 40, HIGHEST_HZ).toArray();
        double[] left = random.doubles(5, 0, 2 * Math.PI).toArray();
        double[] right = random.doubles(5, 0, 2 * Math.PI).toArray();
        int frames = 2 * rate;
        return Signals.stereo(frames, i -> sum(hz, left, i, rate, frames), i -> sum(hz, right, i, rate, frames));
    }

    private static double sum(double[] hz, double[] phases, int i, int rate, int frames) {
        double sum = 0;
        for (int k = 0; k < hz.length; k++) {
            sum += Math.sin(2 * Math.PI * hz[k] * i / rate + phases[k]) / hz.length;
        }
        return sum * Math.pow(Math.sin(Math.PI * i / frames), 2);
    }

    /** What is to be added to the output level for a peak of {@code peakDbfs} before the limiter. */
    private static double gainToReach(int rate, Parameters parameters, float[][] source, double peakDbfs) {
        float[][] free =
                Render.through(rate, parameters, ChainOptions.defaults().withoutLimiter(), source);
        return peakDbfs - Decibels.ofAmplitude(Signals.peak(free));
    }

    private static double secondDifference(float[][] signal) {
        double largest = 0;
        for (float[] channel : signal) {
            for (int i = 2; i < channel.length; i++) {
                largest = Math.max(largest, Math.abs(channel[i] - 2.0 * channel[i - 1] + channel[i - 2]));
            }
        }
        return largest;
    }

    /** One frame is missing where the left wave is steepest. */
    private static float[][] withLostFrame(float[][] signal) {
        int steepest = 1;
        float[] left = signal[0];
        for (int i = 1; i < left.length; i++) {
            steepest = Math.abs(left[i] - left[i - 1]) > Math.abs(left[steepest] - left[steepest - 1]) ? i : steepest;
        }
        float[][] copy = Signals.copy(signal);
        System.arraycopy(left, steepest + 1, copy[0], steepest, left.length - steepest - 1);
        return copy;
    }

    /** From the highest sample on, all are louder. */
    private static float[][] withGainStep(float[][] signal, double stepDb) {
        float[][] copy = Signals.copy(signal);
        for (int i = highest(signal[0]); i < copy[0].length; i++) {
            copy[0][i] *= (float) Decibels.toAmplitude(stepDb);
        }
        return copy;
    }

    private static float[][] withWrongSample(float[][] signal, double amount) {
        float[][] copy = Signals.copy(signal);
        copy[0][signal[0].length / 2] += (float) amount;
        return copy;
    }

    private static int highest(float[] samples) {
        int highest = 0;
        for (int i = 0; i < samples.length; i++) {
            highest = Math.abs(samples[i]) > Math.abs(samples[highest]) ? i : highest;
        }
        return highest;
    }
}
