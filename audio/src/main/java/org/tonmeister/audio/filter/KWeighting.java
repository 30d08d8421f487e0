package org.tonmeister.audio.filter;

/**
 * The K-weighting of ITU-R BS.1770-4, Annex 1: a high shelf for the head, then a high-pass, for one channel at any
 * sample rate. The Recommendation prints coefficients for 48 kHz only; these come from the analogue prototype behind
 * them, by the bilinear transform (B. De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES
 * 145th, 2018).
 */
public final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_GAIN_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    /** The shelf's gain at its corner is Vh to this power. */
    private static final double SHELF_MIDDLE = 0.4996667741545416;

    /**
     * −400 dBFS, added to every sample: in silence the states then settle far above the subnormal numbers, whose
     * arithmetic is slow, and the high-pass takes it away again. A third faster than looking at each state.
     */
    static final double OFFSET = 1e-20;

    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;

    private final Coefficients c;
    private double shelf1;
    private double shelf2;
    private double pass1;
    private double pass2;

    /** @param sampleRate frames per second, at least 8000: the shelf's corner must lie well below Nyquist */
    public KWeighting(double sampleRate) {
        c = new Coefficients(sampleRate);
    }

    /** Weights one sample. The arithmetic is that of {@link Biquad}, twice. */
    public double process(double sample) {
        double x = sample + OFFSET;
        double s1 = shelf1;
        double p1 = pass1;
        double y = c.shelfB0 * x + s1;
        double z = y + p1;
        shelf1 = (c.shelfD1 * x + shelf2) - c.shelfA1 * s1;
        shelf2 = c.shelfD2 * x - c.shelfA2 * s1;
        pass1 = (c.passD1 * y + pass2) - c.passA1 * p1;
        pass2 = c.passD2 * y - c.passA2 * p1;
        return z;
    }

    /** Weights {@code frames} samples from {@code offset} on and returns the sum of their squares. */
    public double energy(float[] samples, int offset, int frames) {
        // The state in locals, which need not be written back after each sample.
        double s1 = shelf1;
        double s2 = shelf2;
        double p1 = pass1;
        double p2 = pass2;
        double sum = 0;
        for (int i = offset; i < offset + frames; i++) {
            double x = samples[i] + OFFSET;
            double y = c.shelfB0 * x + s1;
            double next = (c.shelfD1 * x + s2) - c.shelfA1 * s1;
            s2 = c.shelfD2 * x - c.shelfA2 * s1;
            s1 = next;
            double z = y + p1;
            next = (c.passD1 * y + p2) - c.passA1 * p1;
            p2 = c.passD2 * y - c.passA2 * p1;
            p1 = next;
            sum += z * z;
        }
        shelf1 = s1;
        shelf2 = s2;
        pass1 = p1;
        pass2 = p2;
        return sum;
    }

    static BiquadCoefficients shelf(double sampleRate) {
        double k = prewarped(sampleRate, SHELF_HZ);
        double vh = StrictMath.pow(10, SHELF_GAIN_DB / 20);
        double vb = StrictMath.pow(vh, SHELF_MIDDLE);
        double kq = k / SHELF_Q;
        return BiquadCoefficients.normalised(
                vh + vb * kq + k * k,
                2 * (k * k - vh),
                vh - vb * kq + k * k,
                1 + kq + k * k,
                2 * (k * k - 1),
                1 - kq + k * k);
    }

    /** The numerator stays 1, −2, 1 as the Recommendation prints it: its gain is part of the −0.691 dB. */
    static BiquadCoefficients highPass(double sampleRate) {
        double k = prewarped(sampleRate, HIGH_PASS_HZ);
        double kq = k / HIGH_PASS_Q;
        double a0 = 1 + kq + k * k;
        return new BiquadCoefficients(1, -2, 1, 2 * (k * k - 1) / a0, (1 - kq + k * k) / a0);
    }

    private static double prewarped(double sampleRate, double frequency) {
        if (!(sampleRate >= 8000)) {
            throw new IllegalArgumentException("K-weighting needs at least 8000 frames per second, not " + sampleRate);
        }
        return StrictMath.tan(Math.PI * frequency / sampleRate);
    }

    /** Both filters, with the output put into the state equations: D1 = b1 − a1·b0, D2 = b2 − a2·b0. */
    static final class Coefficients {
        final double shelfB0;
        final double shelfA1;
        final double shelfA2;
        final double shelfD1;
        final double shelfD2;
        final double passA1;
        final double passA2;
        final double passD1;
        final double passD2;

        Coefficients(double sampleRate) {
            var shelf = shelf(sampleRate);
            var highPass = highPass(sampleRate);
            shelfB0 = shelf.b0();
            shelfA1 = shelf.a1();
            shelfA2 = shelf.a2();
            shelfD1 = shelf.b1() - shelf.a1() * shelf.b0();
            shelfD2 = shelf.b2() - shelf.a2() * shelf.b0();
            passA1 = highPass.a1();
            passA2 = highPass.a2();
            passD1 = highPass.b1() - highPass.a1();
            passD2 = highPass.b2() - highPass.a2();
        }
    }
}
