package org.tonmeister.benchmarks.mixes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearPredictionTest {
    private static final int FRAMES = 2205;

    private static float[] tones() {
        float[] samples = new float[LinearPrediction.ORDER + FRAMES];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.4 * Math.sin(0.05 * n) + 0.3 * Math.sin(0.31 * n + 1));
        }
        return samples;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Test
    void tonesArePredicted() {
        float[] error = new float[FRAMES];

        LinearPrediction.error(tones(), error);

        assertThat(largest(error)).isLessThan(0.01f);
    }

    @Test
    void aJumpIsNot() {
        float[] samples = tones();
        int jump = LinearPrediction.ORDER + 1000;
        for (int n = jump; n < samples.length; n++) {
            samples[n] += 0.05f;
        }
        float[] error = new float[FRAMES];

        LinearPrediction.error(samples, error);

        assertThat(Math.abs(error[1000])).isGreaterThan(0.03f);
    }

    @Test
    void silenceHasNoError() {
        float[] error = new float[FRAMES];

        LinearPrediction.error(new float[LinearPrediction.ORDER + FRAMES], error);

        assertThat(largest(error)).isZero();
    }
}
