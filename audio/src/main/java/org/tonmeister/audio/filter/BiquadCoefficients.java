package org.tonmeister.audio.filter;

/**
 * A second-order filter H(z) = (b0 + b1·z⁻¹ + b2·z⁻²) / (1 + a1·z⁻¹ + a2·z⁻²), already divided by a0.
 *
 * <p>The factories follow R. Bristow-Johnson, "Audio EQ Cookbook" (W3C Working Group Note, 2021). A filter of gain −G is
 * the exact inverse of the filter of gain +G with the same corner and Q. Corners above {@value #HIGHEST_CORNER} of the
 * sample rate are moved down to it, so that every filter is stable at every rate from 8 to 192 kHz.
 */
public record BiquadCoefficients(double b0, double b1, double b2, double a1, double a2) {

    /** The highest corner, as a part of the sample rate: nearer to Nyquist a bell has no width left. */
    static final double HIGHEST_CORNER = 0.45;

    /**
     * A bell: {@code gainDb} at {@code f0}, 0 dB at 0 Hz and at Nyquist.
     *
     * @param sampleRate frames per second
     * @param f0 centre in Hz, above 0
     * @param q quality, above 0; the bandwidth is measured between the points of half the gain in dB
     * @param gainDb gain at the centre
     */
    public static BiquadCoefficients peaking(double sampleRate, double f0, double q, double gainDb) {
        var corner = Corner.of(sampleRate, f0, q);
        double a = amplitude(gainDb);
        double alpha = corner.alpha();
        double middle = -2 * corner.cos();
        return normalised(1 + alpha * a, middle, 1 - alpha * a, 1 + alpha / a, middle, 1 - alpha / a);
    }

    /**
     * A low shelf: {@code gainDb} at 0 Hz, half of it (in dB) at {@code f0}, 0 dB at Nyquist. Parameters as for
     * {@link #peaking}; Q = 1/√2 is the steepest shelf without a bump.
     */
    public static BiquadCoefficients lowShelf(double sampleRate, double f0, double q, double gainDb) {
        return shelf(Corner.of(sampleRate, f0, q), amplitude(gainDb), 1);
    }

    /**
     * A high shelf: 0 dB at 0 Hz, half of {@code gainDb} at {@code f0}, {@code gainDb} at Nyquist. Parameters as for
     * {@link #lowShelf}.
     */
    public static BiquadCoefficients highShelf(double sampleRate, double f0, double q, double gainDb) {
        return shelf(Corner.of(sampleRate, f0, q), amplitude(gainDb), -1);
    }

    /** Both shelves of the cookbook: {@code side} is +1 for the low one; for the high one (−1) cosines change sign. */
    private static BiquadCoefficients shelf(Corner corner, double a, int side) {
        double cos = side * corner.cos();
        double slope = 2 * Math.sqrt(a) * corner.alpha();
        return normalised(
                a * ((a + 1) - (a - 1) * cos + slope),
                side * 2 * a * ((a - 1) - (a + 1) * cos),
                a * ((a + 1) - (a - 1) * cos - slope),
                (a + 1) + (a - 1) * cos + slope,
                side * -2 * ((a - 1) + (a + 1) * cos),
                (a + 1) + (a - 1) * cos - slope);
    }

    /** |H| in dB at {@code frequency} Hz for a signal of {@code sampleRate} frames per second. */
    public double magnitudeDb(double sampleRate, double frequency) {
        double w = 2 * Math.PI * frequency / sampleRate;
        double cos1 = StrictMath.cos(w);
        double cos2 = StrictMath.cos(2 * w);
        double numerator = power(b0, b1, b2, cos1, cos2);
        double denominator = power(1, a1, a2, cos1, cos2);
        return 10 * StrictMath.log10(numerator / denominator);
    }

    /** |c0 + c1·e^(−jw) + c2·e^(−2jw)|². */
    private static double power(double c0, double c1, double c2, double cos1, double cos2) {
        return c0 * c0 + c1 * c1 + c2 * c2 + 2 * (c0 * c1 + c1 * c2) * cos1 + 2 * c0 * c2 * cos2;
    }

    static BiquadCoefficients normalised(double b0, double b1, double b2, double a0, double a1, double a2) {
        return new BiquadCoefficients(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }

    /** The cookbook's A, whose square is the gain: 10^(gainDb/40). */
    private static double amplitude(double gainDb) {
        if (!Double.isFinite(gainDb)) {
            throw new IllegalArgumentException("a filter's gain must be a number of dB, not " + gainDb);
        }
        return StrictMath.pow(10, gainDb / 40);
    }

    /** The cookbook's intermediate values: cos w0 and alpha = sin w0 / 2Q. */
    private record Corner(double cos, double alpha) {
        static Corner of(double sampleRate, double f0, double q) {
            if (!(sampleRate > 0 && f0 > 0 && q > 0)) {
                throw new IllegalArgumentException("a filter needs a sample rate, a corner and a Q above 0, not "
                        + sampleRate + " Hz, " + f0 + " Hz, " + q);
            }
            double w0 = 2 * Math.PI * Math.min(f0 / sampleRate, HIGHEST_CORNER);
            return new Corner(StrictMath.cos(w0), StrictMath.sin(w0) / (2 * q));
        }
    }
}
