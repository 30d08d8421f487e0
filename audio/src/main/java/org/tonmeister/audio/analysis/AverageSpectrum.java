package org.tonmeister.audio.analysis;

/**
 * The long-term average spectrum of a track, as mean square per bin: summed over all bins it is the mean square of the
 * signal. Bin k reaches half a bin width to both sides of k · {@link #binHz}.
 *
 * @param binHz distance between two bins
 * @param mid of (L + R) / 2, {@code [bins]}
 * @param side of (L − R) / 2, {@code [bins]}; with the mid it adds up to the mean square of both channels
 */
@SuppressWarnings("ArrayRecordComponent") // read as curves, never compared
public record AverageSpectrum(double binHz, double[] mid, double[] side) {
    /** Hz; what lies below is no sound, and DC leaks into it. */
    public static final double LOWEST_HZ = 10;

    /** Half of the sample rate. */
    public double nyquistHz() {
        return binHz * (mid.length - 1);
    }

    /** Mean square of both channels within a band; a bin on its edge counts by the part that lies inside. */
    public double meanSquare(FrequencyBand band) {
        return inBand(mid, band) + inBand(side, band);
    }

    /** Mean square of both channels above {@value #LOWEST_HZ} Hz: what the levels of bands are relative to. */
    public double meanSquare() {
        return meanSquare(new FrequencyBand("all", LOWEST_HZ, nyquistHz() + binHz));
    }

    /** The level of a band relative to {@link #meanSquare()} in dB, at least {@link TrackAnalysis#WIDEST_DB} below. */
    public double relativeDb(FrequencyBand band) {
        double whole = meanSquare();
        double ratio = whole > 0 ? meanSquare(band) / whole : 0;
        return ratio <= 0 ? -TrackAnalysis.WIDEST_DB : Math.max(-TrackAnalysis.WIDEST_DB, 10 * StrictMath.log10(ratio));
    }

    private double inBand(double[] meanSquares, FrequencyBand band) {
        double low = band.lowHz() / binHz + 0.5;
        double high = band.highHz() / binHz + 0.5;
        int first = (int) Math.min(low, meanSquares.length);
        int end = (int) Math.min(Math.ceil(high), meanSquares.length);
        double sum = 0;
        for (int bin = first; bin < end; bin++) {
            double part = Math.min(high, bin + 1) - Math.max(low, bin);
            sum += part * meanSquares[bin];
        }
        return sum;
    }
}
