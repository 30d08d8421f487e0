package org.tonmeister.training.ensemble;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.predict.ensemble.Response;

/**
 * Finds the {@link Response} with which means have the least mean absolute error, by trying a grid of both numbers. A
 * small penalty on both decides where the data hardly do.
 *
 * @param thresholdStep distance of two thresholds, from 0 on
 * @param thresholds how many are tried
 * @param gainStep distance of two gains, from {@value #LEAST_GAIN} on
 * @param gains how many are tried
 */
record ResponseFit(double thresholdStep, int thresholds, double gainStep, int gains) {
    /** The one that is kept. */
    static final ResponseFit FINE = new ResponseFit(0.005, 31, 0.05, 45);
    /** Enough to compare two means. */
    static final ResponseFit COARSE = new ResponseFit(0.02, 8, 0.2, 12);

    private static final double LEAST_GAIN = 0.8;
    private static final double PENALTY_OF_THRESHOLD = 0.005;
    private static final double PENALTY_OF_GAIN = 0.0005;

    /**
     * A response and what it costs.
     *
     * @param cost mean absolute error and penalties
     */
    record Fitted(Response response, double cost) {}

    /**
     * The best response.
     *
     * @param means of examples
     * @param truths of the same
     */
    Fitted of(Parameter parameter, double[] means, double[] truths) {
        var best = new Fitted(Response.NONE, cost(Response.NONE, parameter, means, truths));
        for (int t = 0; t < thresholds; t++) {
            for (int g = 0; g < gains; g++) {
                var response = new Response(t * thresholdStep, LEAST_GAIN + g * gainStep);
                double cost = cost(response, parameter, means, truths);
                if (cost < best.cost()) {
                    best = new Fitted(response, cost);
                }
            }
        }
        return best;
    }

    private static double cost(Response response, Parameter parameter, double[] means, double[] truths) {
        double error = 0;
        for (int i = 0; i < means.length; i++) {
            error += Math.abs(response.of(parameter, means[i]) - truths[i]);
        }
        double off = response.gain() - 1;
        return error / means.length + PENALTY_OF_THRESHOLD * response.threshold() + PENALTY_OF_GAIN * off * off;
    }
}
