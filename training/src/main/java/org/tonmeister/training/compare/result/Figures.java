package org.tonmeister.training.compare.result;

import org.tonmeister.audio.analysis.TrackAnalysis;

/**
 * What meters say of a version, rounded.
 *
 * @param lufs integrated loudness
 * @param rangeLu loudness range
 * @param truePeakDbtp true peak
 * @param crestDb sample peak over RMS
 * @param centroidHz spectral centroid; 0 for silence
 * @param sideToMidDb side over mid
 */
public record Figures(
        double lufs, double rangeLu, double truePeakDbtp, double crestDb, double centroidHz, double sideToMidDb) {
    /** The figures of a measurement. */
    public static Figures of(TrackAnalysis analysis, double centroidHz) {
        var loudness = analysis.measurement().loudness();
        return new Figures(
                rounded(loudness.integratedLufs(), 2),
                rounded(loudness.rangeLu(), 2),
                rounded(analysis.measurement().truePeakDbtp(), 2),
                rounded(analysis.crestDb(), 2),
                rounded(centroidHz, 0),
                rounded(analysis.sideToMidDb(), 2));
    }

    /** A number with so many digits after the point, and without a minus before zero. */
    public static double rounded(double value, int digits) {
        double factor = Math.pow(10, digits);
        return Math.rint(value * factor) / factor + 0.0;
    }
}
