package org.tonmeister.audio.dsp;

import java.util.List;
import org.tonmeister.audio.filter.BiquadCoefficients;

/**
 * Up to four biquads in series on both channels, in transposed direct form II with double state, whose output is put into
 * the state equations as in {@link org.tonmeister.audio.filter.Biquad}. All run in one loop: each of the eight recursions
 * waits for its own last result only, so all together take little longer than one, and a sample is loaded and rounded to
 * a float once. Four loops over the same samples take two and a half times as long.
 */
final class StereoCascade implements Stage {
    private static final int SECTIONS = 4;

    private static final BiquadCoefficients IDENTITY = new BiquadCoefficients(1, 0, 0, 0, 0);

    private final Section first;
    private final Section second;
    private final Section third;
    private final Section fourth;

    /** @param sections four at most; in place of those that are missing the sound passes unchanged */
    StereoCascade(List<BiquadCoefficients> sections) {
        if (sections.size() > SECTIONS) {
            throw new IllegalArgumentException("a cascade has " + SECTIONS + " sections at most");
        }
        first = section(sections, 0);
        second = section(sections, 1);
        third = section(sections, 2);
        fourth = section(sections, 3);
    }

    private static Section section(List<BiquadCoefficients> sections, int index) {
        return new Section(index < sections.size() ? sections.get(index) : IDENTITY);
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        // The states in locals: the compiler would write fields back after every sample.
        Section a = first;
        Section b = second;
        Section c = third;
        Section d = fourth;
        double al1 = a.left1;
        double al2 = a.left2;
        double ar1 = a.right1;
        double ar2 = a.right2;
        double bl1 = b.left1;
        double bl2 = b.left2;
        double br1 = b.right1;
        double br2 = b.right2;
        double cl1 = c.left1;
        double cl2 = c.left2;
        double cr1 = c.right1;
        double cr2 = c.right2;
        double dl1 = d.left1;
        double dl2 = d.left2;
        double dr1 = d.right1;
        double dr2 = d.right2;
        for (int i = offset; i < offset + frames; i++) {
            double xl = left[i];
            double xr = right[i];
            double yal = a.b0 * xl + al1;
            double yar = a.b0 * xr + ar1;
            double al = (a.d1 * xl + al2) - a.a1 * al1;
            al2 = a.d2 * xl - a.a2 * al1;
            al1 = al;
            double ar = (a.d1 * xr + ar2) - a.a1 * ar1;
            ar2 = a.d2 * xr - a.a2 * ar1;
            ar1 = ar;
            double ybl = b.b0 * yal + bl1;
            double ybr = b.b0 * yar + br1;
            double bl = (b.d1 * yal + bl2) - b.a1 * bl1;
            bl2 = b.d2 * yal - b.a2 * bl1;
            bl1 = bl;
            double br = (b.d1 * yar + br2) - b.a1 * br1;
            br2 = b.d2 * yar - b.a2 * br1;
            br1 = br;
            double ycl = c.b0 * ybl + cl1;
            double ycr = c.b0 * ybr + cr1;
            double cl = (c.d1 * ybl + cl2) - c.a1 * cl1;
            cl2 = c.d2 * ybl - c.a2 * cl1;
            cl1 = cl;
            double cr = (c.d1 * ybr + cr2) - c.a1 * cr1;
            cr2 = c.d2 * ybr - c.a2 * cr1;
            cr1 = cr;
            double ydl = d.b0 * ycl + dl1;
            double ydr = d.b0 * ycr + dr1;
            double dl = (d.d1 * ycl + dl2) - d.a1 * dl1;
            dl2 = d.d2 * ycl - d.a2 * dl1;
            dl1 = dl;
            double dr = (d.d1 * ycr + dr2) - d.a1 * dr1;
            dr2 = d.d2 * ycr - d.a2 * dr1;
            dr1 = dr;
            left[i] = Silence.rounded(ydl);
            right[i] = Silence.rounded(ydr);
        }
        a.keep(al1, al2, ar1, ar2);
        b.keep(bl1, bl2, br1, br2);
        c.keep(cl1, cl2, cr1, cr2);
        d.keep(dl1, dl2, dr1, dr2);
    }

    @Override
    public void settle() {
        first.settle();
        second.settle();
        third.settle();
        fourth.settle();
    }

    private static final class Section {
        private final double b0;
        private final double a1;
        private final double a2;
        private final double d1;
        private final double d2;
        private double left1;
        private double left2;
        private double right1;
        private double right2;

        Section(BiquadCoefficients c) {
            b0 = c.b0();
            a1 = c.a1();
            a2 = c.a2();
            d1 = c.b1() - c.a1() * c.b0();
            d2 = c.b2() - c.a2() * c.b0();
        }

        void keep(double l1, double l2, double r1, double r2) {
            left1 = l1;
            left2 = l2;
            right1 = r1;
            right2 = r2;
        }

        void settle() {
            keep(Silence.settled(left1), Silence.settled(left2), Silence.settled(right1), Silence.settled(right2));
        }
    }
}
