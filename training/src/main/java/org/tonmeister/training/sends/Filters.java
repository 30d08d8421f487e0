package org.tonmeister.training.sends;

import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

/** The filters of rooms and echoes: R. Bristow-Johnson, "Audio EQ Cookbook" (W3C Working Group Note, 2021), LPF and HPF. */
final class Filters {
    private static final double BUTTERWORTH_Q = StrictMath.sqrt(0.5);

    private Filters() {}

    /** Lets pass what is below the corner; 12 dB an octave. In place. */
    static void lowPass(float[] samples, double sampleRate, double hertz) {
        run(samples, sampleRate, hertz, 1);
    }

    /** Lets pass what is above the corner; 12 dB an octave. In place. */
    static void highPass(float[] samples, double sampleRate, double hertz) {
        run(samples, sampleRate, hertz, -1);
    }

    /** Both formulas at once: {@code side} is +1 for the low-pass; for the high-pass (−1) the cosine changes sign. */
    private static void run(float[] samples, double sampleRate, double hertz, int side) {
        double w0 = 2 * Math.PI * hertz / sampleRate;
        double cos = side * StrictMath.cos(w0);
        double alpha = StrictMath.sin(w0) / (2 * BUTTERWORTH_Q);
        double a0 = 1 + alpha;
        double b = (1 - cos) / 2 / a0;
        var c = new BiquadCoefficients(b, side * 2 * b, b, side * -2 * cos / a0, (1 - alpha) / a0);
        new Biquad(c).process(samples, 0, samples.length);
    }
}
