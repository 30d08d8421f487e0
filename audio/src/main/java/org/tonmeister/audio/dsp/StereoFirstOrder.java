package org.tonmeister.audio.dsp;

import org.tonmeister.audio.filter.BiquadCoefficients;

/**
 * One first-order filter on both channels in one loop, with double state: y = b0·x + s, s ← (b1 − a1·b0)·x − a1·s. The
 * output is put into the state equation, as in {@link org.tonmeister.audio.filter.Biquad}.
 *
 * <p>Samples are made doubles one round ahead. The processor's instruction for that waits for the last result of its
 * target register, which may well be this round's; a round ahead the loop takes half the time.
 */
final class StereoFirstOrder implements Stage {
    private final double b0;
    private final double a1;
    private final double d1;
    private double leftState;
    private double rightState;

    /** @param c one of {@link FirstOrder}, whose second-order terms are zero */
    StereoFirstOrder(BiquadCoefficients c) {
        b0 = c.b0();
        a1 = c.a1();
        d1 = c.b1() - c.a1() * c.b0();
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        if (frames == 0) {
            return;
        }
        double l = leftState;
        double r = rightState;
        int last = offset + frames - 1;
        double nextLeft = left[offset];
        double nextRight = right[offset];
        for (int i = offset; i <= last; i++) {
            double xl = nextLeft;
            double xr = nextRight;
            int next = Math.min(i + 1, last);
            nextLeft = left[next];
            nextRight = right[next];
            left[i] = Silence.rounded(b0 * xl + l);
            right[i] = Silence.rounded(b0 * xr + r);
            l = d1 * xl - a1 * l;
            r = d1 * xr - a1 * r;
        }
        leftState = l;
        rightState = r;
    }

    @Override
    public void settle() {
        leftState = Silence.settled(leftState);
        rightState = Silence.settled(rightState);
    }
}
