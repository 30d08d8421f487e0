package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.Response;

/**
 * The {@link Response} of a network in training, on arrays: the same threshold for all parameters, and the gain with which
 * the nearer end of the range is reached. Half of what tracks need is nothing, and a mean over windows is never quite
 * nothing: with the response in the loss a network need not choose between small answers to small flaws and clean masters
 * that stay clean. After training {@link org.tonmeister.training.ensemble.ResponseFit} finds the numbers that are used.
 */
final class TrackResponse {
    private static final double THRESHOLD = 0.1;
    private static final float[] REST = new float[Parameters.COUNT];
    private static final float[] GAIN = new float[Parameters.COUNT];

    static {
        for (Parameter p : Parameter.values()) {
            double rest = Response.rest(p);
            double nearer = Math.min(rest, 1 - rest);
            double end = nearer > 0 ? nearer : 1;
            REST[p.ordinal()] = (float) rest;
            GAIN[p.ordinal()] = (float) (end / (Math.sqrt(end * end + THRESHOLD * THRESHOLD) - THRESHOLD));
        }
    }

    private TrackResponse() {}

    /** The answers for weighted means, both {@code [B, 10]}. */
    static NDArray of(NDArray means) {
        NDArray rest = means.getManager().create(REST);
        NDArray gain = means.getManager().create(GAIN);
        NDArray distance = means.sub(rest);
        NDArray shrunk = distance.square().add(THRESHOLD * THRESHOLD).sqrt().sub(THRESHOLD);
        return distance.sign().mul(shrunk).mul(gain).add(rest);
    }
}
