package org.tonmeister.audio.analysis;

import java.util.Arrays;

/**
 * The level, loudness and dynamics of one window of a few seconds, from that window alone: the filters start anew. All
 * figures are finite. Levels of silence are −100 dBFS, its loudness {@link Loudness#SILENCE_LUFS}, its crest 0 dB; the
 * ratio of side to mid is kept within ±{@value #WIDEST_DB} dB. Percentiles run from low to high, and lie on straight
 * lines between values.
 *
 * @param loudnessLufs K-weighted, ungated: −0.691 + 10·log10 of the mean square, channels added
 * @param rmsDbfs mean square of both channels
 * @param samplePeakDbfs largest sample of both channels
 * @param crestDb sample peak over RMS
 * @param peakToLoudnessDb sample peak over loudness
 * @param midDbfs RMS of (L + R) / 2
 * @param sideDbfs RMS of (L − R) / 2
 * @param sideToMidDb side over mid
 * @param correlation of left and right, −1 to 1; 0 if a channel is silent
 * @param momentaryLu percentiles {@link #MOMENTARY_PERCENTS} of the loudness of 400 ms blocks, relative to the window's
 * @param levelsDb percentiles {@link #LEVEL_PERCENTS} of the 10 ms levels, relative to the level of their mean power
 * @param slopesDb percentiles {@link #SLOPE_PERCENTS} of the differences between successive 10 ms levels
 * @param levelDeviationDb standard deviation of the 10 ms levels
 * @param shortCrestMeanDb mean of peak over RMS of each 10 ms
 * @param shortCrestDeviationDb standard deviation of the same
 */
@SuppressWarnings("ArrayRecordComponent") // read as vectors, never compared
public record WindowStatistics(
        double loudnessLufs,
        double rmsDbfs,
        double samplePeakDbfs,
        double crestDb,
        double peakToLoudnessDb,
        double midDbfs,
        double sideDbfs,
        double sideToMidDb,
        double correlation,
        float[] momentaryLu,
        float[] levelsDb,
        float[] slopesDb,
        double levelDeviationDb,
        double shortCrestMeanDb,
        double shortCrestDeviationDb) {
    static final double WIDEST_DB = 60;

    private static final double[] MOMENTARY_PERCENTS = {10, 50, 95};
    private static final double[] LEVEL_PERCENTS = {2, 5, 10, 25, 50, 75, 90, 95, 98, 99.5};
    private static final double[] SLOPE_PERCENTS = {1, 5, 25, 75, 95, 99};

    /** Length of {@link #vector()}. */
    public static final int SIZE = 12 + MOMENTARY_PERCENTS.length + LEVEL_PERCENTS.length + SLOPE_PERCENTS.length;

    /**
     * Measures one window.
     *
     * @param stereo {@code [2][frames]}, full scale ±1
     * @param frames how many of them are valid
     * @param sampleRate frames per second, at least 8000
     */
    public static WindowStatistics of(float[][] stereo, int frames, double sampleRate) {
        var loudness = new WindowLoudness(stereo, frames, sampleRate);
        var levels = new ShortLevels(stereo, frames, sampleRate);
        double lufs = loudness.lufs();
        double rms = Level.ofPower(levels.meanSquare());
        double peak = Level.ofPeak(levels.peak());
        double mid = Level.ofPower(levels.midMeanSquare());
        double side = Level.ofPower(levels.sideMeanSquare());
        double[] pieces = levels.levelsDbfs();
        double[] crests = levels.crestsDb();
        return new WindowStatistics(
                lufs,
                rms,
                peak,
                peak - rms,
                peak - lufs,
                mid,
                side,
                Math.max(-WIDEST_DB, Math.min(WIDEST_DB, side - mid)),
                levels.correlation(),
                Percentiles.of(relative(loudness.blocksLufs(), lufs), MOMENTARY_PERCENTS),
                Percentiles.of(relative(pieces, levels.meanLevelDbfs()), LEVEL_PERCENTS),
                Percentiles.of(differences(pieces), SLOPE_PERCENTS),
                deviation(pieces),
                mean(crests),
                deviation(crests));
    }

    /** All figures in the order of the components, as a model reads them. */
    public float[] vector() {
        float[] vector = new float[SIZE];
        int at = 0;
        for (double value : new double[] {
            loudnessLufs,
            rmsDbfs,
            samplePeakDbfs,
            crestDb,
            peakToLoudnessDb,
            midDbfs,
            sideDbfs,
            sideToMidDb,
            correlation
        }) {
            vector[at++] = (float) value;
        }
        for (float[] values : new float[][] {momentaryLu, levelsDb, slopesDb}) {
            System.arraycopy(values, 0, vector, at, values.length);
            at += values.length;
        }
        vector[at++] = (float) levelDeviationDb;
        vector[at++] = (float) shortCrestMeanDb;
        vector[at] = (float) shortCrestDeviationDb;
        return vector;
    }

    private static double[] relative(double[] values, double reference) {
        return Arrays.stream(values).map(value -> value - reference).toArray();
    }

    private static double[] differences(double[] values) {
        double[] differences = new double[values.length - 1];
        Arrays.setAll(differences, i -> values[i + 1] - values[i]);
        return differences;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
