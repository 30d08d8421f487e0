package org.tonmeister.audio.dsp;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.KWeighting;

/** Test signals, [2][frames], and the figures by which they are judged. */
final class Signals {
    private Signals() {}

    static float[][] stereo(int frames, IntToDoubleFunction left, IntToDoubleFunction right) {
        float[][] signal = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            signal[0][i] = (float) left.applyAsDouble(i);
            signal[1][i] = (float) right.applyAsDouble(i);
        }
        return signal;
    }

    static float[][] silence(int frames) {
        return new float[2][frames];
    }

    static float[][] sine(double sampleRate, double hz, double dbfs, int frames) {
        double amplitude = Decibels.toAmplitude(dbfs);
        IntToDoubleFunction wave = i -> amplitude * Math.sin(2 * Math.PI * hz * i / sampleRate);
        return stereo(frames, wave, wave);
    }

    /** Independent uniform noise on both channels. */
    static float[][] noise(long seed, double amplitude, int frames) {
        var left = new SplittableRandom(seed);
        var right = new SplittableRandom(seed + 1000);
        return stereo(
                frames, i -> amplitude * (2 * left.nextDouble() - 1), i -> amplitude * (2 * right.nextDouble() - 1));
    }

    /** Independent pink noise on both channels. */
    static float[][] pinkNoise(double sampleRate, long seed, double amplitude, int frames) {
        float[][] signal = noise(seed, amplitude, frames);
        for (float[] channel : signal) {
            for (double pole = 20; pole < 10_000; pole *= 4) {
                new Biquad(FirstOrder.step(sampleRate, pole, 2 * pole)).process(channel, 0, frames);
            }
        }
        return signal;
    }

    /** Something like music: pink noise and a bass note whose level moves between loud and quiet. */
    static float[][] programme(double sampleRate, long seed, int frames) {
        float[][] signal = pinkNoise(sampleRate, seed, 4, frames);
        for (int i = 0; i < frames; i++) {
            double t = i / sampleRate;
            double level = 0.05 + 0.95 * Math.exp(-3 * (t - Math.floor(t)));
            double bass = 0.4 * Math.sin(2 * Math.PI * 65.4 * t);
            signal[0][i] = (float) (level * (signal[0][i] + bass));
            signal[1][i] = (float) (level * (signal[1][i] + bass));
        }
        return signal;
    }

    static float[][] copy(float[][] signal) {
        return new float[][] {signal[0].clone(), signal[1].clone()};
    }

    static float[][] scaled(float[][] signal, double gainDb) {
        float[][] copy = copy(signal);
        new Gain(gainDb).process(copy[0], copy[1], 0, copy[0].length);
        return copy;
    }

    /** A copy of the signal after the stage. */
    static float[][] through(Stage stage, float[][] signal) {
        float[][] copy = copy(signal);
        stage.process(copy[0], copy[1], 0, copy[0].length);
        return copy;
    }

    static double rmsDb(float[] samples, int from, int to) {
        return Decibels.ofPower(energy(samples, from, to) / (to - from));
    }

    static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    /** The level of the difference relative to the level of the reference, in dB, over both channels. */
    static double errorDb(float[][] reference, float[][] signal) {
        double error = 0;
        double power = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < reference[c].length; i++) {
                double d = (double) signal[c][i] - reference[c][i];
                error += d * d;
                power += (double) reference[c][i] * reference[c][i];
            }
        }
        return Decibels.ofPower(error / power + 1e-30);
    }

    static double largestDifference(float[][] a, float[][] b) {
        double largest = 0;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < a[c].length; i++) {
                largest = Math.max(largest, Math.abs((double) a[c][i] - b[c][i]));
            }
        }
        return largest;
    }

    /** Between the two channels, from -1 to 1. */
    static double correlation(float[][] signal, int from, int to) {
        double product = 0;
        for (int i = from; i < to; i++) {
            product += (double) signal[0][i] * signal[1][i];
        }
        return product / Math.sqrt(energy(signal[0], from, to) * energy(signal[1], from, to));
    }

    /** K-weighted energy of both channels in dB, without gates. */
    static double weightedDb(double sampleRate, float[][] signal) {
        double sum = 0;
        for (float[] channel : signal) {
            var weighting = new KWeighting(sampleRate);
            for (float x : channel) {
                double y = weighting.process(x);
                sum += y * y;
            }
        }
        return Decibels.ofPower(sum);
    }

    static double peak(float[][] signal) {
        double peak = 0;
        for (float[] channel : signal) {
            for (float x : channel) {
                peak = Math.max(peak, Math.abs(x));
            }
        }
        return peak;
    }

    static int countSubnormal(float[][] signal) {
        int count = 0;
        for (float[] channel : signal) {
            for (float x : channel) {
                count += x != 0 && Math.abs(x) < Float.MIN_NORMAL ? 1 : 0;
            }
        }
        return count;
    }

    static boolean isFinite(float[][] signal) {
        for (float[] channel : signal) {
            for (float x : channel) {
                if (!Float.isFinite(x)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** |H| in dB at a frequency from an impulse response of one channel. */
    static double responseDb(double sampleRate, float[] impulseResponse, double hz) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < impulseResponse.length; i++) {
            double phase = 2 * Math.PI * hz * i / sampleRate;
            re += impulseResponse[i] * Math.cos(phase);
            im -= impulseResponse[i] * Math.sin(phase);
        }
        return Decibels.ofPower(re * re + im * im);
    }
}
