package org.tonmeister.neural.input;

import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * How the levels of a window rise and fall, from which reverb and delay can be told: a reverb fills the gaps of the mid
 * signal with a slow fall, and the gaps of the side signal more than its peaks; echoes keep a level up half a second
 * later. Found by measurement on dry music with known sends; a balance or mean levels say nothing of it.
 *
 * <p>For each of {@value #BANDS} bands of 32 mel bands, low to high, {@value #FIGURES} numbers. The first four lists go by
 * the slope from one spectrum to the next, below −6 dB, then up to −3, −1, 1 and 4 dB, and above; the fifth by the fall
 * below −24 dB, then up to −16, −10, −5 and −1 dB, and above:
 *
 * <ol>
 *   <li>the part of all points at which mid has such a slope, 0 to 1;
 *   <li>the same of side;
 *   <li>the level of side relative to mid where mid has such a slope, less its mean over the band, dB;
 *   <li>the mean slope of side where mid has such a slope, dB;
 *   <li>the part of all points at which mid lies so far below the highest of its four levels from {@value #LAG} spectra (0.56
 *       s) earlier and the three before.
 * </ol>
 *
 * <p>Levels more than 80 dB below the highest of mid count as that. A window too short for a fall has none.
 */
public final class Decay {
    /** Parts of the spectrum. */
    static final int BANDS = 4;

    private static final int BINS = LogMel.BINS / BANDS;
    private static final int CLASSES = 6;
    /** Numbers a band. */
    static final int FIGURES = 5 * CLASSES;
    /** Length of {@link #of}. */
    public static final int SIZE = BANDS * FIGURES;

    private static final int RANGE_CENTIBELS = 8000;
    private static final double CENTIBELS_PER_DB = 100;
    /** Where a class of slopes ends and the next begins, hundredths of a dB. */
    private static final int[] SLOPES = {-600, -300, -100, 100, 400};
    /** The class of slopes in which nothing moves. */
    private static final int STEADY = 3;

    private static final int[] FALLS = {-2400, -1600, -1000, -500, -100};
    private static final int PEAK = 4;
    private static final int LAG = 12;
    /** A mean over fewer points than this part of all is drawn towards 0. */
    private static final double RARE = 0.005;

    private Decay() {}

    /**
     * The figures of a window.
     *
     * @return {@code [SIZE]}: band after band
     * @throws IllegalArgumentException if the record's layout is not the one that feature-service writes
     */
    public static float[] of(SpectrogramWindow window) {
        int[][][] levels = levels(LogMel.of(window));
        float[] figures = new float[SIZE];
        for (int band = 0; band < BANDS; band++) {
            putSlopes(levels, band, figures);
            putFalls(levels[0], band, figures);
        }
        return figures;
    }

    /** Hundredths of a dB, {@code [channel][bin][frame]}. */
    private static int[][][] levels(LogMel mel) {
        int[][][] levels = new int[LogMel.CHANNELS][LogMel.BINS][mel.frames()];
        int top = Integer.MIN_VALUE;
        for (int bin = 0; bin < LogMel.BINS; bin++) {
            for (int frame = 0; frame < mel.frames(); frame++) {
                top = Math.max(top, mel.centibels(0, bin, frame));
            }
        }
        for (int channel = 0; channel < LogMel.CHANNELS; channel++) {
            for (int bin = 0; bin < LogMel.BINS; bin++) {
                for (int frame = 0; frame < mel.frames(); frame++) {
                    levels[channel][bin][frame] = Math.max(top - RANGE_CENTIBELS, mel.centibels(channel, bin, frame));
                }
            }
        }
        return levels;
    }

    /** Sums are of whole numbers, so their order changes nothing. */
    private static void putSlopes(int[][][] levels, int band, float[] figures) {
        int at = band * FIGURES;
        int points = BINS * (levels[0][0].length - 1);
        if (points == 0) {
            figures[at + STEADY] = 1;
            figures[at + CLASSES + STEADY] = 1;
            return;
        }
        int[] ofMid = new int[CLASSES];
        int[] ofSide = new int[CLASSES];
        long[] widths = new long[CLASSES];
        long[] sideSlopes = new long[CLASSES];
        long allWidths = 0;
        for (int bin = band * BINS; bin < (band + 1) * BINS; bin++) {
            int[] mid = levels[0][bin];
            int[] side = levels[1][bin];
            for (int frame = 1; frame < mid.length; frame++) {
                int sideSlope = side[frame] - side[frame - 1];
                int slope = place(mid[frame] - mid[frame - 1], SLOPES);
                int width = side[frame] - mid[frame];
                ofMid[slope]++;
                ofSide[place(sideSlope, SLOPES)]++;
                widths[slope] += width;
                sideSlopes[slope] += sideSlope;
                allWidths += width;
            }
        }
        double meanWidth = (double) allWidths / points;
        for (int slope = 0; slope < CLASSES; slope++) {
            double count = (ofMid[slope] + RARE * points) * CENTIBELS_PER_DB;
            figures[at + slope] = (float) ofMid[slope] / points;
            figures[at + CLASSES + slope] = (float) ofSide[slope] / points;
            figures[at + 2 * CLASSES + slope] = (float) ((widths[slope] - ofMid[slope] * meanWidth) / count);
            figures[at + 3 * CLASSES + slope] = (float) (sideSlopes[slope] / count);
        }
    }

    private static void putFalls(int[][] mid, int band, float[] figures) {
        int at = band * FIGURES + 4 * CLASSES;
        int[] counts = new int[CLASSES];
        int points = 0;
        for (int bin = band * BINS; bin < (band + 1) * BINS; bin++) {
            for (int frame = PEAK - 1 + LAG; frame < mid[bin].length; frame++) {
                int peak = mid[bin][frame - LAG];
                for (int before = 1; before < PEAK; before++) {
                    peak = Math.max(peak, mid[bin][frame - LAG - before]);
                }
                counts[place(mid[bin][frame] - peak, FALLS)]++;
                points++;
            }
        }
        if (points == 0) {
            figures[at + CLASSES - 1] = 1;
            return;
        }
        for (int fall = 0; fall < CLASSES; fall++) {
            figures[at + fall] = (float) counts[fall] / points;
        }
    }

    /** The number of edges that a value reaches. */
    private static int place(int value, int[] edges) {
        int place = 0;
        while (place < edges.length && value >= edges[place]) {
            place++;
        }
        return place;
    }
}
