package org.tonmeister.training.ensemble;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.predict.ensemble.Response;

/**
 * Finds the {@link Response} with which means have the least mean absolute error, by trying a grid of both numbers. A
 * small penalty on both decides where the data hardly do.
 */
final class ResponseFit {
    private static final double THRESHOLD_STEP = 0.005;
    private static final int THRESHOLDS = 21;
    private static final double LEAST_GAIN = 0.8;
    private static final double GAIN_STEP = 0.05;
    private static final int GAINS = 17;
    private static final double PENALTY_OF_THRESHOLD = 0.005;
    private static final double PENALTY_OF_GAIN = 0.0005;

    private ResponseFit() {}

    /**
     * The response.
     *
     * @param means of examples
     * @param truths of the same
     */
    static Response of(Parameter parameter, double[] means, double[] truths) {
        Response best = Response.NONE;
        double least = cost(best, parameter, means, truths);
        for (int t = 0; t < THRESHOLDS; t++) {
            for (int g = 0; g < GAINS; g++) {
                var response = new Response(t * THRESHOLD_STEP, LEAST_GAIN + g * GAIN_STEP);
                double cost = cost(response, parameter, means, truths);
                if (cost < least) {
                    least = cost;
                    best = response;
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
