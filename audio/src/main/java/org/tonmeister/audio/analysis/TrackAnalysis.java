package org.tonmeister.audio.analysis;

/**
 * What meters say about a whole track. Every figure is finite: levels of silence are {@link #SILENCE_DBFS}, ratios stay
 * within ±{@value #WIDEST_DB} dB, and a ratio of nothing to nothing is 0.
 *
 * @param frames its length
 * @param sampleRate frames per second
 * @param measurement loudness and true peak
 * @param samplePeakDbfs largest sample of both channels
 * @param rmsDbfs mean square of both channels: a full-scale sine has −3.0
 * @param midDbfs mean square of (L + R) / 2
 * @param sideDbfs mean square of (L − R) / 2
 * @param correlation of left and right, −1 to 1; 0 if a channel is silent
 * @param dcLeft mean of the left channel, full scale ±1
 * @param dcRight mean of the right channel
 * @param spectrum the long-term average
 * @param loudnessOverTime momentary and short-term loudness
 */
public record TrackAnalysis(
        long frames,
        double sampleRate,
        Measurement measurement,
        double samplePeakDbfs,
        double rmsDbfs,
        double midDbfs,
        double sideDbfs,
        double correlation,
        double dcLeft,
        double dcRight,
        AverageSpectrum spectrum,
        LoudnessCurve loudnessOverTime) {
    /** The level of silence, and the lowest level reported: below half a step of 24 bits. */
    public static final double SILENCE_DBFS = TruePeakMeter.SILENCE_DBTP;

    /** The widest ratio reported. */
    public static final double WIDEST_DB = 100;

    /** Its length in seconds. */
    public double seconds() {
        return frames / sampleRate;
    }

    /** Crest factor: sample peak over RMS, dB; a sine has 3.0. */
    public double crestDb() {
        return samplePeakDbfs - rmsDbfs;
    }

    /** PLR: true peak over integrated loudness, LU; 0 for what is too quiet to have a loudness. */
    public double peakToLoudnessLu() {
        double lufs = measurement.loudness().integratedLufs();
        return lufs > Loudness.SILENCE_LUFS ? measurement.truePeakDbtp() - lufs : 0;
    }

    /** Side over mid. */
    public double sideToMidDb() {
        return Math.max(-WIDEST_DB, Math.min(WIDEST_DB, sideDbfs - midDbfs));
    }

    /** The larger of the two channels' DC offsets as a level. */
    public double dcDbfs() {
        return dbfs(Math.pow(Math.max(Math.abs(dcLeft), Math.abs(dcRight)), 2));
    }

    /** The level of a mean square. */
    static double dbfs(double meanSquare) {
        return meanSquare <= 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 10 * StrictMath.log10(meanSquare));
    }
}
