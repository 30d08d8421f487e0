package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tonmeister.audio.filter.Biquad;

/** Something like music without direct current, and how much of that a mix of it has. */
final class Music {
    private Music() {}

    /** Four bass notes a second, each with its own pitch and phases; a chord; bursts of noise; no mean; peak -1 dBFS. */
    static float[][] notes(int rate, long seed, int seconds) {
        var random = new SplittableRandom(seed);
        int frames = seconds * rate;
        float[][] music = Signals.pinkNoise(rate, seed, 1, frames);
        int note = rate / 4;
        for (int start = 0; start < frames; start += note) {
            double w = 2 * Math.PI * random.nextDouble(41, 110) / rate;
            double[] phases = random.doubles(8, 0, 2 * Math.PI).toArray();
            for (int i = 0; i < note; i++) {
                double envelope = Math.min(1, i / (0.01 * rate)) * Math.pow(1 - i / (double) note, 2);
                double bass = 0;
                for (int k = 1; k <= 8; k++) {
                    bass += 0.35 / k * Math.cos(w * k * i + phases[k - 1]);
                }
                double chord = 0.1 * Math.sin(2 * Math.PI * 220 * (start + i) / rate)
                        + 0.1 * Math.sin(2 * Math.PI * 329.6 * (start + i) / rate);
                for (float[] channel : music) {
                    channel[start + i] = (float) (envelope * (channel[start + i] + bass) + chord);
                }
            }
        }
        for (float[] channel : music) {
            new Biquad(FirstOrder.highPass(rate, 25)).process(channel, 0, frames);
            new Biquad(FirstOrder.highPass(rate, 25)).process(channel, 0, frames);
        }
        return withoutMean(Signals.scaled(music, -1 - Decibels.ofAmplitude(Signals.peak(music))));
    }

    /** Both passes: the make-up gain measured, then the mix with the limiter. */
    static float[][] mixed(int rate, Parameters parameters, float[][] music) {
        var makeUp = new MakeUpMeter(rate, parameters);
        makeUp.add(music, music[0].length);
        return Render.through(rate, parameters, ChainOptions.defaults().withMakeUpDb(makeUp.makeUpDb()), music);
    }

    static float[][] withoutMean(float[][] signal) {
        for (float[] channel : signal) {
            float mean = (float) mean(channel);
            for (int i = 0; i < channel.length; i++) {
                channel[i] -= mean;
            }
        }
        return signal;
    }

    /** Of the worse channel, dBFS. */
    static double meanDb(float[][] signal) {
        return Arrays.stream(signal)
                .mapToDouble(channel -> Decibels.ofAmplitude(Math.abs(mean(channel)) + 1e-12))
                .max()
                .orElseThrow();
    }

    private static double mean(float[] channel) {
        double sum = 0;
        for (float x : channel) {
            sum += x;
        }
        return sum / channel.length;
    }
}
