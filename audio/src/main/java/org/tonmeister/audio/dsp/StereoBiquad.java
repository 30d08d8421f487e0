package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.BiquadCoefficients;

/**
 * One biquad on both channels, transposed direct form II with double state. Both channels run in one loop: each
 * recursion waits for its own last result, so the two together take hardly longer than one.
 */
final class StereoBiquad implements Stage {
    /** −600 dBFS. */
    private static final double SILENCE = 1e-30;

    /**
     * −360 dBFS: added to the output and taken away again, it rounds the last of a decay to zero before it becomes a
     * subnormal float. It changes nothing else: a float has no such digits.
     */
    private static final double ROUNDING = 1e-18;

    private final BiquadCoefficients c;
    private double left1;
    private double left2;
    private double right1;
    private double right2;

    StereoBiquad(BiquadCoefficients coefficients) {
        c = coefficients;
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        double b0 = c.b0();
        double b1 = c.b1();
        double b2 = c.b2();
        double a1 = c.a1();
        double a2 = c.a2();
        double l1 = left1;
        double l2 = left2;
        double r1 = right1;
        double r2 = right2;
        for (int i = offset; i < offset + frames; i++) {
            double xl = left[i];
            double xr = right[i];
            double yl = b0 * xl + l1;
            double yr = b0 * xr + r1;
            l1 = (b1 * xl + l2) - a1 * yl;
            r1 = (b1 * xr + r2) - a1 * yr;
            l2 = b2 * xl - a2 * yl;
            r2 = b2 * xr - a2 * yr;
            left[i] = (float) ((yl + ROUNDING) - ROUNDING);
            right[i] = (float) ((yr + ROUNDING) - ROUNDING);
        }
        left1 = l1;
        left2 = l2;
        right1 = r1;
        right2 = r2;
    }

    @Override
    public void settle() {
        if (Math.abs(left1) + Math.abs(left2) < SILENCE) {
            left1 = 0;
            left2 = 0;
        }
        if (Math.abs(right1) + Math.abs(right2) < SILENCE) {
            right1 = 0;
            right2 = 0;
        }
    }
}
