package org.tonmeister.neural.network;

import java.util.Arrays;

/**
 * What a network says of a window.
 *
 * @param parameters the ten, in [0, 1], in the order of the records' fields
 * @param confidence how much the window should count among others of the same loudness, from e^−2 to e^2
 */
@SuppressWarnings("ArrayRecordComponent") // ten numbers to be read, never compared
public record Answer(double[] parameters, double confidence) {
    /** An answer from the outputs of {@link Head}. */
    static Answer of(float[] outputs) {
        double[] parameters = new double[Head.OUTPUTS - 1];
        Arrays.setAll(parameters, i -> Math.max(0, Math.min(1, (double) outputs[i])));
        return new Answer(parameters, confidence(outputs[Head.OUTPUTS - 1]));
    }

    private static double confidence(double output) {
        return StrictMath.exp(2 * StrictMath.tanh(output));
    }
}
