package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TpdfDitherTest {
    private static final int FRAMES = 200_000;

    @Test
    void noise_isTriangularWithTheVarianceOfTwoUniforms() {
        double sum = 0;
        double squares = 0;
        double crossed = 0;
        double largest = 0;
        int beyondHalf = 0;
        for (int i = 0; i < FRAMES; i++) {
            double left = TpdfDither.steps(TpdfDither.bits(i), 0);
            double right = TpdfDither.steps(TpdfDither.bits(i), 1);
            largest = Math.max(largest, Math.abs(left));
            sum += left;
            squares += left * left;
            crossed += left * right;
            beyondHalf += Math.abs(left) > 0.5 ? 1 : 0;
        }
        assertThat(largest).isBetween(0.99, 1.0);
        assertThat(sum / FRAMES).isCloseTo(0, within(0.004));
        assertThat(squares / FRAMES).isCloseTo(1 / 6.0, within(0.002));
        assertThat(crossed / FRAMES).isCloseTo(0, within(0.002));
        // A triangle has a quarter of its area beyond half of its width; a uniform distribution would have half.
        assertThat((double) beyondHalf / FRAMES).isCloseTo(0.25, within(0.005));
    }
}
