package org.tonmeister.training.path;

import java.util.Random;

/**
 * Made-up music that sounds finished: drums, a bass, chords and a melody, in a tempo, key and sound of its own, pressed
 * to about the loudness of a master. Tone and width differ by little between tracks, as they do within one style, so that
 * a flaw can be told from a habit. The same number gives the same samples.
 */
final class FixtureTrack {
    static final int SAMPLE_RATE = 44_100;

    private static final int[][] PROGRESSIONS = {{0, 5, 3, 4}, {0, 3, 4, 4}, {5, 3, 0, 4}, {0, 4, 5, 3}};
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};
    private static final int BEATS = 4;
    private static final double LOUDNESS_RMS = 0.2;

    private final Random random;
    private final int[] scale;
    private final double rootHz;
    private final int beat;
    private final double[] mid;
    private final double[] side;

    private FixtureTrack(int number, double seconds) {
        random = new Random(1_000_003L * (number + 1));
        scale = random.nextBoolean() ? MAJOR : MINOR;
        rootHz = 110 * StrictMath.pow(2, random.nextInt(12) / 12.0);
        beat = (int) (60.0 / (90 + random.nextInt(50)) * SAMPLE_RATE);
        mid = new double[(int) (seconds * SAMPLE_RATE)];
        side = new double[mid.length];
    }

    /** Track of that number, {@code [2][frames]}. */
    static float[][] samples(int number, double seconds) {
        var track = new FixtureTrack(number, seconds);
        track.play();
        return track.mastered();
    }

    private void play() {
        int[] progression = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
        var drums = new Drums(random);
        double padSlope = about(1.3, 0.1);
        double leadSlope = about(1.1, 0.1);
        boolean offBeat = random.nextBoolean();
        int bar = 0;
        for (int start = 0; start < mid.length; start += BEATS * beat, bar++) {
            int degree = progression[bar % progression.length];
            chord(start, degree, padSlope);
            for (int eighth = 0; eighth < 2 * BEATS; eighth++) {
                int at = start + eighth * beat / 2;
                if (at < mid.length) {
                    eighth(at, eighth, degree, leadSlope, offBeat, drums);
                }
            }
        }
    }

    private void chord(int start, int degree, double slope) {
        for (int third = 0; third < 3; third++) {
            var wave = new Wave(hz(degree + 2 * third, 1), slope);
            wave.add(mid, start, BEATS * beat, 0.08, 4, 1);
            wave.add(side, start, BEATS * beat, 0.04, 4, 1.005 + 0.002 * third);
        }
    }

    private void eighth(int at, int eighth, int degree, double leadSlope, boolean offBeat, Drums drums) {
        drums.hat(mid, side, at, eighth % 2 == 0 ? 0.22 : 0.12);
        if (eighth % 4 == 0 || (offBeat && eighth == 3)) {
            drums.kick(mid, at, 0.9);
        } else if (eighth % 4 == 2) {
            drums.snare(mid, at, 0.7);
        }
        if (eighth % 2 == 0 || random.nextInt(3) == 0) {
            new Wave(hz(degree, -1), 1.7).add(mid, at, beat / 2, 0.3, 0.5, 1);
        }
        if (random.nextInt(3) > 0) {
            var wave = new Wave(hz(degree + random.nextInt(7), 2), leadSlope);
            wave.add(mid, at, beat / 2, 0.12, 0.25, 1);
            wave.add(side, at, beat / 2, random.nextBoolean() ? 0.04 : -0.04, 0.25, 1);
        }
    }

    private double hz(int degree, int octave) {
        int semitones = scale[degree % scale.length] + 12 * (degree / scale.length + octave);
        return rootHz * StrictMath.pow(2, semitones / 12.0);
    }

    /** One value of a habit: uniform, at most {@code off} away. */
    private double about(double value, double off) {
        return value + off * (2 * random.nextDouble() - 1);
    }

    private float[][] mastered() {
        double width = StrictMath.pow(10, about(0, 1.5) / 20);
        double power = 0;
        for (double value : mid) {
            power += value * value;
        }
        double gain = LOUDNESS_RMS / Math.sqrt(power / mid.length) * StrictMath.pow(10, about(0, 1) / 20);
        float[][] stereo = new float[2][mid.length];
        for (int i = 0; i < mid.length; i++) {
            stereo[0][i] = pressed(gain * (mid[i] + width * side[i]));
            stereo[1][i] = pressed(gain * (mid[i] - width * side[i]));
        }
        return stereo;
    }

    /** Bends towards ±0.85, a hyperbolic tangent within 3 %. */
    private static float pressed(double value) {
        double x = Math.max(-3, Math.min(3, value / 0.85));
        return (float) (0.85 * x * (27 + x * x) / (27 + 9 * x * x));
    }
}
