package org.tonmeister.audio.filter;

/**
 * {@link KWeighting} on both channels in one loop, and the energy that comes out. The arithmetic of each channel is the
 * same, and energies do not depend on how the sound is cut into blocks.
 */
public final class StereoKWeighting {
    private final KWeighting.Coefficients c;
    private double leftShelf1;
    private double leftShelf2;
    private double leftPass1;
    private double leftPass2;
    private double rightShelf1;
    private double rightShelf2;
    private double rightPass1;
    private double rightPass2;
    private double leftEnergy;
    private double rightEnergy;

    /** @param sampleRate frames per second, at least 8000 */
    public StereoKWeighting(double sampleRate) {
        c = new KWeighting.Coefficients(sampleRate);
    }

    /** Weights {@code frames} frames from {@code offset} on and adds their squares to the energies. */
    public void add(float[] left, float[] right, int offset, int frames) {
        if (frames == 0) {
            return;
        }
        double ls1 = leftShelf1;
        double ls2 = leftShelf2;
        double lp1 = leftPass1;
        double lp2 = leftPass2;
        double rs1 = rightShelf1;
        double rs2 = rightShelf2;
        double rp1 = rightPass1;
        double rp2 = rightPass2;
        double leftSum = leftEnergy;
        double rightSum = rightEnergy;
        int last = offset + frames - 1;
        // Made doubles a round ahead: the instruction waits for the last result of its target register.
        double nextLeft = left[offset];
        double nextRight = right[offset];
        for (int i = offset; i <= last; i++) {
            double xl = nextLeft + KWeighting.OFFSET;
            double xr = nextRight + KWeighting.OFFSET;
            int next = Math.min(i + 1, last);
            nextLeft = left[next];
            nextRight = right[next];

            double yl = c.shelfB0 * xl + ls1;
            double yr = c.shelfB0 * xr + rs1;
            double ls = (c.shelfD1 * xl + ls2) - c.shelfA1 * ls1;
            double rs = (c.shelfD1 * xr + rs2) - c.shelfA1 * rs1;
            ls2 = c.shelfD2 * xl - c.shelfA2 * ls1;
            rs2 = c.shelfD2 * xr - c.shelfA2 * rs1;
            ls1 = ls;
            rs1 = rs;

            double zl = yl + lp1;
            double zr = yr + rp1;
            double lp = (c.passD1 * yl + lp2) - c.passA1 * lp1;
            double rp = (c.passD1 * yr + rp2) - c.passA1 * rp1;
            lp2 = c.passD2 * yl - c.passA2 * lp1;
            rp2 = c.passD2 * yr - c.passA2 * rp1;
            lp1 = lp;
            rp1 = rp;

            leftSum += zl * zl;
            rightSum += zr * zr;
        }
        leftShelf1 = ls1;
        leftShelf2 = ls2;
        leftPass1 = lp1;
        leftPass2 = lp2;
        rightShelf1 = rs1;
        rightShelf2 = rs2;
        rightPass1 = rp1;
        rightPass2 = rp2;
        leftEnergy = leftSum;
        rightEnergy = rightSum;
    }

    /** The sum of the left channel's weighted squares since {@link #clearEnergies}. */
    public double leftEnergy() {
        return leftEnergy;
    }

    /** As {@link #leftEnergy}. */
    public double rightEnergy() {
        return rightEnergy;
    }

    /** Begins new sums; the filters go on. */
    public void clearEnergies() {
        leftEnergy = 0;
        rightEnergy = 0;
    }
}
