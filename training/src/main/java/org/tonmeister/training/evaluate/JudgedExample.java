package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Example;

/**
 * How far a row was off at one example.
 *
 * @param example the truth
 * @param parameters what the row says of the track
 * @param windowErrors absolute error of each parameter, mean over the windows that are not silent: [parameters]
 */
@SuppressWarnings("ArrayRecordComponent") // read as a vector, never compared
record JudgedExample(Example example, Parameters parameters, double[] windowErrors) {
    static JudgedExample of(Example example, List<Estimate> estimates) {
        return of(example, estimates, TrackMean.of(estimates));
    }

    static JudgedExample of(Example example, List<Estimate> estimates, Parameters track) {
        boolean silent = estimates.stream().allMatch(estimate -> estimate.weight() == 0);
        double[] errors = new double[Parameters.COUNT];
        int counted = 0;
        for (Estimate estimate : estimates) {
            if (silent || estimate.weight() > 0) {
                double[] window = errors(example, estimate.parameters());
                for (int i = 0; i < errors.length; i++) {
                    errors[i] += window[i];
                }
                counted++;
            }
        }
        for (int i = 0; i < errors.length; i++) {
            errors[i] /= counted;
        }
        return new JudgedExample(example, track, errors);
    }

    /** Absolute error of each parameter at the level of the track: [parameters]. */
    double[] trackErrors() {
        return errors(example, parameters);
    }

    private static double[] errors(Example example, Parameters parameters) {
        double[] truth = example.parameters().toArray();
        double[] said = parameters.toArray();
        double[] errors = new double[truth.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(said[i] - truth[i]);
        }
        return errors;
    }
}
