package org.tonmeister.audio.filter;

/**
 * Runs one channel through a {@link BiquadCoefficients}, in transposed direct form II with double state (J. O. Smith,
 * "Introduction to Digital Filters", section 9.1.4). The output does not depend on how the input is cut into blocks.
 */
public final class Biquad {
    /** −600 dBFS: a state below it is set to zero, because arithmetic on subnormal numbers is many times slower. */
    static final double SILENCE = 1e-30;

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    public Biquad(BiquadCoefficients c) {
        b0 = c.b0();
        b1 = c.b1();
        b2 = c.b2();
        a1 = c.a1();
        a2 = c.a2();
    }

    /** Filters {@code frames} samples from {@code offset} on, in place. */
    public void process(float[] samples, int offset, int frames) {
        double state1 = s1;
        double state2 = s2;
        for (int i = offset; i < offset + frames; i++) {
            double x = samples[i];
            double y = b0 * x + state1;
            state1 = flushed((b1 * x + state2) - a1 * y);
            state2 = flushed(b2 * x - a2 * y);
            samples[i] = (float) y;
        }
        s1 = state1;
        s2 = state2;
    }

    /** Filters one sample. */
    public double process(double x) {
        double y = b0 * x + s1;
        s1 = flushed((b1 * x + s2) - a1 * y);
        s2 = flushed(b2 * x - a2 * y);
        return y;
    }

    static double flushed(double state) {
        return Math.abs(state) < SILENCE ? 0 : state;
    }
}
