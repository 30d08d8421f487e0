package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;

/** What a model says of a track: the mean over its windows, as the ensemble of predict-service takes it. */
public final class TrackMean {
    private TrackMean() {}

    /**
     * The weighted mean, in the order of the list, or the plain one if all windows are silent.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public static Parameters of(List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            throw new IllegalArgumentException("a track without windows has no mean");
        }
        boolean silent = estimates.stream().allMatch(estimate -> estimate.weight() == 0);
        double[] sums = new double[Parameters.COUNT];
        double weights = 0;
        for (Estimate estimate : estimates) {
            double weight = silent ? 1 : estimate.weight();
            double[] values = estimate.parameters().toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
            weights += weight;
        }
        for (int i = 0; i < sums.length; i++) {
            // A mean of numbers up to 1 may come out an ulp above it.
            sums[i] = Math.min(1, sums[i] / weights);
        }
        return Parameters.of(sums);
    }
}
