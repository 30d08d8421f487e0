package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void ln_isThatOfStrictMathToNineDecimals() {
        for (int bits = Float.floatToIntBits(Float.MIN_NORMAL);
                bits < Float.floatToIntBits(Float.POSITIVE_INFINITY);
                bits += 10_007) {
            float x = Float.intBitsToFloat(bits);
            if (Math.abs(Logarithm.ln(x) - StrictMath.log(x)) > 1e-9) {
                assertThat(Logarithm.ln(x)).as("ln %s", x).isCloseTo(StrictMath.log(x), within(1e-9));
            }
        }
        assertThat(Logarithm.ln(1)).isZero();
    }

    @Test
    void decibels_areTenTimesTheCommonLogarithm() {
        assertThat(Logarithm.decibels(100f)).isCloseTo(20, within(1e-8));
        assertThat(Logarithm.decibels(1e-10f)).isCloseTo(-100, within(1e-6));
    }
}
