package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

class StereoFirstOrderTest {
    private static final BiquadCoefficients LOW_PASS = FirstOrder.lowPass(48_000, 5000);
    private static final BiquadCoefficients HIGH_PASS = FirstOrder.highPass(48_000, 120);
    private static final int FRAMES = 3000;

    private static float[] noise(long seed) {
        var random = new Random(seed);
        float[] noise = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            noise[i] = random.nextFloat(-0.5f, 0.5f);
        }
        return noise;
    }

    private static void run(Stage stage, float[] left, float[] right, int blockFrames) {
        for (int at = 0; at < FRAMES; at += blockFrames) {
            stage.process(left, right, at, Math.min(blockFrames, FRAMES - at));
        }
    }

    private static void isFiltered(float[] actual, float[] source, BiquadCoefficients... filters) {
        double[] expected = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            expected[i] = source[i];
        }
        for (BiquadCoefficients filter : filters) {
            var biquad = new Biquad(filter);
            for (int i = 0; i < FRAMES; i++) {
                expected[i] = biquad.process(expected[i]);
            }
        }
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-7));
        }
    }

    @Test
    void isTheFilterOnBothChannels() {
        float[] left = noise(1);
        float[] right = noise(2);

        run(new StereoFirstOrder(HIGH_PASS), left, right, 77);

        isFiltered(left, noise(1), HIGH_PASS);
        isFiltered(right, noise(2), HIGH_PASS);
    }

    @Test
    void bandPassIsBothFiltersInSeries() {
        float[] left = noise(1);
        float[] right = noise(2);

        run(new StereoBandPass(LOW_PASS, HIGH_PASS), left, right, 77);

        isFiltered(left, noise(1), LOW_PASS, HIGH_PASS);
        isFiltered(right, noise(2), LOW_PASS, HIGH_PASS);
    }
}
