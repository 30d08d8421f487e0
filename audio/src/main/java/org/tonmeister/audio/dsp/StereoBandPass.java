package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.BiquadCoefficients;

/** Two first-order filters one after the other, on both channels in one loop; the arithmetic of {@link StereoFirstOrder}. */
final class StereoBandPass implements Stage {
    private final double b0;
    private final double a1;
    private final double d1;
    private final double nextB0;
    private final double nextA1;
    private final double nextD1;
    private double left;
    private double right;
    private double nextLeft;
    private double nextRight;

    /** @param first both are of {@link FirstOrder}, whose second-order terms are zero */
    StereoBandPass(BiquadCoefficients first, BiquadCoefficients second) {
        b0 = first.b0();
        a1 = first.a1();
        d1 = first.b1() - first.a1() * first.b0();
        nextB0 = second.b0();
        nextA1 = second.a1();
        nextD1 = second.b1() - second.a1() * second.b0();
    }

    @Override
    public void process(float[] l, float[] r, int offset, int frames) {
        if (frames == 0) {
            return;
        }
        double left1 = left;
        double right1 = right;
        double left2 = nextLeft;
        double right2 = nextRight;
        int last = offset + frames - 1;
        double comingLeft = l[offset];
        double comingRight = r[offset];
        for (int i = offset; i <= last; i++) {
            double xl = comingLeft;
            double xr = comingRight;
            int coming = Math.min(i + 1, last);
            comingLeft = l[coming];
            comingRight = r[coming];
            double yl = b0 * xl + left1;
            double yr = b0 * xr + right1;
            left1 = d1 * xl - a1 * left1;
            right1 = d1 * xr - a1 * right1;
            l[i] = Silence.rounded(nextB0 * yl + left2);
            r[i] = Silence.rounded(nextB0 * yr + right2);
            left2 = nextD1 * yl - nextA1 * left2;
            right2 = nextD1 * yr - nextA1 * right2;
        }
        left = left1;
        right = right1;
        nextLeft = left2;
        nextRight = right2;
    }

    @Override
    public void settle() {
        left = Silence.settled(left);
        right = Silence.settled(right);
        nextLeft = Silence.settled(nextLeft);
        nextRight = Silence.settled(nextRight);
    }
}
