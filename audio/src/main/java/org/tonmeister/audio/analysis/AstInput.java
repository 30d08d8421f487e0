package org.tonmeister.audio.analysis;

import java.util.Arrays;

/**
 * The published input of the Audio Spectrogram Transformer: 1024 frames (10.24 s) of {@link KaldiFilterBank} values,
 * normalised by the mean and twice the standard deviation of its training set (Gong, Chung & Glass 2021, section 2.1).
 */
public final class AstInput {
    public static final int FRAMES = 1024;

    private static final float MEAN = -4.2677393f;
    private static final float DEVIATION = 4.5689974f;

    private AstInput() {}

    /**
     * Cuts or pads to {@link #FRAMES} and normalises. Padding is zeros before normalising, as it was in training.
     *
     * @param logEnergies {@code [frames][melBins]}; not changed
     * @return {@code [FRAMES][melBins]}
     */
    public static float[][] of(float[][] logEnergies) {
        float[][] input = new float[FRAMES][KaldiFilterBank.MEL_BINS];
        float[] padding = new float[KaldiFilterBank.MEL_BINS];
        Arrays.setAll(input, t -> normalised(t < logEnergies.length ? logEnergies[t] : padding));
        return input;
    }

    private static float[] normalised(float[] frame) {
        float[] normalised = new float[frame.length];
        for (int i = 0; i < frame.length; i++) {
            normalised[i] = (frame[i] - MEAN) / (2 * DEVIATION);
        }
        return normalised;
    }
}
