package org.tonmeister.training.path;

import java.util.Random;

/** The drums of a track: the sounds are made once and then struck. */
final class Drums {
    private static final int RATE = FixtureTrack.SAMPLE_RATE;

    private final double[] kick = new double[RATE / 3];
    private final double[] snare = new double[RATE / 4];
    private final double[] hat = new double[RATE / 12];
    private final double[] shaker = new double[RATE / 12];

    Drums(Random random) {
        double phase = 0;
        double pitch = 45 + 10 * random.nextDouble();
        for (int i = 0; i < kick.length; i++) {
            phase += (pitch + 120 * fall(i, 0.03)) / RATE;
            kick[i] = StrictMath.sin(2 * Math.PI * phase) * fall(i, 0.09);
        }
        double tone = 170 + 50 * random.nextDouble();
        for (int i = 0; i < snare.length; i++) {
            snare[i] = (0.5 * StrictMath.sin(2 * Math.PI * tone * i / RATE) + 0.5 * noise(random)) * fall(i, 0.05);
        }
        bright(hat, random);
        bright(shaker, random);
    }

    void kick(double[] mid, int start, double level) {
        strike(kick, mid, start, level);
    }

    void snare(double[] mid, int start, double level) {
        strike(snare, mid, start, level);
    }

    /** The hat in the middle, and another sound like it to the sides. */
    void hat(double[] mid, double[] side, int start, double level) {
        strike(hat, mid, start, level);
        strike(shaker, side, start, level);
    }

    private static void strike(double[] sound, double[] signal, int start, double level) {
        for (int i = 0; i < Math.min(sound.length, signal.length - start); i++) {
            signal[start + i] += level * sound[i];
        }
    }

    /** Noise without its low end. */
    private static void bright(double[] sound, Random random) {
        double last = 0;
        for (int i = 0; i < sound.length; i++) {
            double value = noise(random);
            sound[i] = (value - last) * fall(i, 0.02);
            last = value;
        }
    }

    private static double noise(Random random) {
        return 2 * random.nextDouble() - 1;
    }

    private static double fall(int frame, double seconds) {
        return StrictMath.exp(-frame / (seconds * RATE));
    }
}
