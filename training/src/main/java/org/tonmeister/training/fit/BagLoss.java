package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The mean absolute error of the bags' answers, and a part of that of single windows: the first is what the ensemble
 * makes of a track, the second keeps every window honest.
 */
final class BagLoss {
    private static final float PART_OF_WINDOWS = 0.25f;
    private static final float LEAST = 1e-6f;

    private BagLoss() {}

    /** The loss of a network's output {@code [N, 11]}, a scalar. */
    static NDArray of(NDArray output, Batch batch) {
        NDArray parameters = output.get(":, :" + Parameters.COUNT);
        NDArray ofBags = error(answers(output, batch), batch.truth(), batch.known());
        NDArray back = batch.belongs().transpose();
        NDArray ofWindows = error(parameters, back.matMul(batch.truth()), back.matMul(batch.known()));
        return ofBags.add(ofWindows.mul(PART_OF_WINDOWS));
    }

    /** The bags' weighted means, {@code [B, 10]}; the weight is the one of {@code Answer} times the loudness's. */
    static NDArray answers(NDArray output, Batch batch) {
        NDArray parameters = output.get(":, :" + Parameters.COUNT);
        NDArray confidence =
                output.get(":, " + Parameters.COUNT + ":").tanh().mul(2).exp();
        NDArray weights = batch.weights().mul(confidence);
        return batch.belongs()
                .matMul(parameters.mul(weights))
                .div(batch.belongs().matMul(weights).add(LEAST));
    }

    private static NDArray error(NDArray answers, NDArray truth, NDArray known) {
        return answers.sub(truth).abs().mul(known).sum().div(known.sum());
    }
}
