package org.tonmeister.training.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tonmeister.neural.input.Scale;

/** Finds the mean and deviation of what a network reads, over a sample of windows. */
final class Scales {
    private static final int SAMPLE = 5000;
    private static final float LEAST_DEVIATION = 1e-3f;

    private Scales() {}

    /** One mean for each row of the picture, of mid and of side. */
    static Scale ofPictures(WindowTable table) {
        return of(table.size(), table::picture, table.layout().frames());
    }

    /** One mean for each figure. */
    static Scale ofFigures(WindowTable table) {
        return of(table.size(), table::figures, 1);
    }

    private static Scale of(int rows, IntFunction<float[]> values, int group) {
        int step = Math.max(1, rows / SAMPLE);
        int groups = values.apply(0).length / group;
        double[] sums = new double[groups];
        double[] squares = new double[groups];
        long count = 0;
        for (int row = 0; row < rows; row += step) {
            float[] numbers = values.apply(row);
            for (int i = 0; i < numbers.length; i++) {
                sums[i / group] += numbers[i];
                squares[i / group] += (double) numbers[i] * numbers[i];
            }
            count += group;
        }
        List<Float> means = new ArrayList<>();
        List<Float> deviations = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            double mean = sums[g] / count;
            means.add((float) mean);
            deviations.add((float) Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares[g] / count - mean * mean))));
        }
        return new Scale(means, deviations);
    }
}
