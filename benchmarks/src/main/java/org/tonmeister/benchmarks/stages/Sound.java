package org.tonmeister.benchmarks.stages;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.dsp.Stage;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;
import org.tonmeister.audio.filter.KWeighting;

/** Signals {@code [2][frames]} to measure with, ways through the chain, and levels. */
final class Sound {
    private Sound() {}

    static float[][] of(int frames, IntToDoubleFunction left, IntToDoubleFunction right) {
        float[][] sound = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            sound[0][i] = (float) left.applyAsDouble(i);
            sound[1][i] = (float) right.applyAsDouble(i);
        }
        return sound;
    }

    static float[][] sine(int rate, double hz, double dbfs, int frames) {
        double amplitude = amplitude(dbfs);
        IntToDoubleFunction wave = i -> amplitude * Math.sin(2 * Math.PI * hz * i / rate);
        return of(frames, wave, wave);
    }

    static float[][] impulse(int frames) {
        return of(frames, i -> i == 0 ? 1 : 0, i -> i == 0 ? 1 : 0);
    }

    /** Uniform white noise of that amplitude, each side its own. */
    static float[][] noise(long seed, double amplitude, int frames) {
        var left = new SplittableRandom(seed);
        var right = new SplittableRandom(seed + 1000);
        return of(frames, i -> left.nextDouble(-amplitude, amplitude), i -> right.nextDouble(-amplitude, amplitude));
    }

    /** Pink noise, each side its own: five steps of an octave down and an octave flat, from 20 Hz up. */
    static float[][] pink(int rate, long seed, double amplitude, int frames) {
        float[][] sound = noise(seed, amplitude, frames);
        for (float[] channel : sound) {
            for (double hz = 20; hz < 10_000; hz *= 4) {
                new Biquad(step(rate, hz, 2 * hz)).process(channel, 0, frames);
            }
        }
        return sound;
    }

    /** Falls by 6 dB an octave between both frequencies; first order, by the bilinear transform. */
    private static BiquadCoefficients step(int rate, double poleHz, double zeroHz) {
        double pole = Math.tan(Math.PI * poleHz / rate);
        double zero = Math.tan(Math.PI * zeroHz / rate);
        double scale = pole / (zero * (1 + pole));
        return new BiquadCoefficients(scale * (1 + zero), scale * (zero - 1), 0, (pole - 1) / (pole + 1), 0);
    }

    /** Something like music: pink noise and a bass note, struck once a second. */
    static float[][] programme(int rate, long seed, int frames) {
        float[][] sound = pink(rate, seed, 4, frames);
        for (int i = 0; i < frames; i++) {
            double second = i / (double) rate;
            double level = 0.05 + 0.95 * Math.exp(-3 * (second - Math.floor(second)));
            double bass = 0.4 * Math.sin(2 * Math.PI * 65.4 * second);
            sound[0][i] = (float) (level * (sound[0][i] + bass));
            sound[1][i] = (float) (level * (sound[1][i] + bass));
        }
        return sound;
    }

    static float[][] scaled(float[][] sound, double gainDb) {
        double gain = amplitude(gainDb);
        return of(sound[0].length, i -> gain * sound[0][i], i -> gain * sound[1][i]);
    }

    static float[][] difference(float[][] a, float[][] b) {
        return of(a[0].length, i -> (double) a[0][i] - b[0][i], i -> (double) a[1][i] - b[1][i]);
    }

    static float[][] through(Stage stage, float[][] sound) {
        float[][] out = {sound[0].clone(), sound[1].clone()};
        stage.process(out[0], out[1], 0, out[0].length);
        return out;
    }

    /** Through the chain without its limiter. */
    static float[][] mixed(int rate, Parameters parameters, float[][] sound) {
        float[][] out = {sound[0].clone(), sound[1].clone()};
        new MixChain(rate, parameters, ChainOptions.defaults().withoutLimiter()).process(out, out[0].length);
        return out;
    }

    /** Through the whole chain, its latency taken away. */
    static float[][] rendered(MixRenderer renderer, float[][] sound, int blockFrames) {
        int frames = sound[0].length;
        float[][] out = new float[2][frames];
        int done = 0;
        for (int at = 0; at < frames; at += blockFrames) {
            int count = Math.min(blockFrames, frames - at);
            float[][] block = new float[2][count];
            System.arraycopy(sound[0], at, block[0], 0, count);
            System.arraycopy(sound[1], at, block[1], 0, count);
            done = append(block, renderer.process(block, count, block), out, done);
        }
        float[][] rest = new float[2][blockFrames];
        for (int count = renderer.flush(rest); count > 0; count = renderer.flush(rest)) {
            done = append(rest, count, out, done);
        }
        return out;
    }

    private static int append(float[][] block, int count, float[][] out, int done) {
        System.arraycopy(block[0], 0, out[0], done, count);
        System.arraycopy(block[1], 0, out[1], done, count);
        return done + count;
    }

    static double amplitude(double db) {
        return Math.pow(10, db / 20);
    }

    static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }

    static double rmsDb(float[] samples, int from, int to) {
        return 10 * Math.log10(energy(samples, from, to) / (to - from));
    }

    static double peak(float[][] sound) {
        double peak = 0;
        for (float[] channel : sound) {
            for (float x : channel) {
                peak = Math.max(peak, Math.abs(x));
            }
        }
        return peak;
    }

    /** The difference's level relative to the reference's, dB. */
    static double residualDb(float[][] reference, float[][] sound) {
        float[][] error = difference(sound, reference);
        double part = energy(error[0], 0, error[0].length) + energy(error[1], 0, error[1].length);
        double whole = energy(reference[0], 0, reference[0].length) + energy(reference[1], 0, reference[1].length);
        return 10 * Math.log10(part / whole + 1e-30);
    }

    /** K-weighted energy of both channels, dB. */
    static double weightedDb(int rate, float[][] sound) {
        double sum = 0;
        for (float[] channel : sound) {
            sum += new KWeighting(rate).energy(channel, 0, channel.length);
        }
        return 10 * Math.log10(sum);
    }
}
