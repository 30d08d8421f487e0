package org.tonmeister.audio.analysis;

import java.util.Arrays;

/** Percentiles of a list, between two values by straight lines (type 7 of Hyndman & Fan 1996, NumPy's default). */
final class Percentiles {
    private Percentiles() {}

    /** The values at {@code percents}, 0 to 100, in their order; zeros if there are no values. */
    static float[] of(double[] values, double... percents) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] percentiles = new float[percents.length];
        for (int i = 0; i < percents.length && sorted.length > 0; i++) {
            double place = percents[i] / 100 * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            percentiles[i] = (float) (sorted[below] + (place - below) * (sorted[above] - sorted[below]));
        }
        return percentiles;
    }
}
