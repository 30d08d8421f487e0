package org.tonmeister.audio.filter;

import static org.tonmeister.audio.filter.Biquad.flushed;

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

    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private final double c1;
    private final double c2;
    private double s1;
    private double s2;
    private double t1;
    private double t2;

    /** @param sampleRate frames per second, at least 8000: the shelf's corner must lie well below Nyquist */
    public KWeighting(double sampleRate) {
        var shelf = shelf(sampleRate);
        var highPass = highPass(sampleRate);
        b0 = shelf.b0();
        b1 = shelf.b1();
        b2 = shelf.b2();
        a1 = shelf.a1();
        a2 = shelf.a2();
        c1 = highPass.a1();
        c2 = highPass.a2();
    }

    /** Weights one sample. */
    public double process(double x) {
        double y = b0 * x + s1;
        s1 = flushed((b1 * x + s2) - a1 * y);
        s2 = flushed(b2 * x - a2 * y);
        double z = y + t1;
        t1 = flushed((t2 - 2 * y) - c1 * z);
        t2 = flushed(y - c2 * z);
        return z;
    }

    /** Weights {@code frames} samples from {@code offset} on and returns the sum of their squares. */
    public double energy(float[] samples, int offset, int frames) {
        double sum = 0;
        for (int i = offset; i < offset + frames; i++) {
            double z = process(samples[i]);
            sum += z * z;
        }
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
}
