package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The mean absolute error of the bags' answers, which is what the ensemble makes of a track: the weighted mean over its
 * windows, behind a response. Of single windows it is asked only that they stay in range.
 */
final class BagLoss {
    private static final float LEAST = 1e-6f;
    private static final float LEAK = 0.1f;

    private BagLoss() {}

    /** The loss of a network's output {@code [N, 11]}, a scalar. */
    static NDArray of(NDArray output, Batch batch) {
        NDArray windows = output.get(":, :" + Parameters.COUNT);
        NDArray inside = windows.clip(0, 1);
        NDArray outside = windows.sub(inside);
        // A hard limit would have no slope, and a network that once is outside would hardly come back.
        NDArray leaky = inside.add(outside.mul(LEAK));
        NDArray error = answers(leaky, output, batch).sub(batch.truth()).abs();
        return error.mul(batch.known())
                .sum()
                .div(batch.known().sum())
                .add(outside.abs().mean());
    }

    /** The bags' answers, {@code [B, 10]}; a window's weight is the one of {@code Answer} times the loudness's. */
    static NDArray answers(NDArray output, Batch batch) {
        return answers(output.get(":, :" + Parameters.COUNT).clip(0, 1), output, batch);
    }

    private static NDArray answers(NDArray windows, NDArray output, Batch batch) {
        NDArray confidence =
                output.get(":, " + Parameters.COUNT + ":").tanh().mul(2).exp();
        NDArray weights = batch.weights().mul(confidence);
        NDArray means = batch.belongs()
                .matMul(windows.mul(weights))
                .div(batch.belongs().matMul(weights).add(LEAST));
        return TrackResponse.of(means);
    }
}
