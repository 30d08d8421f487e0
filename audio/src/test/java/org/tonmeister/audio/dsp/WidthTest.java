package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidthTest {
    private final float[][] noise = Signals.noise(1, 0.5, 1000);

    @Test
    void oneChangesNothing() {
        assertThat(Signals.through(Width.ofSideGain(1), noise)).isDeepEqualTo(noise);
        assertThat(Signals.through(Width.ofSideGainDb(0), noise)).isDeepEqualTo(noise);
    }

    @Test
    void zeroIsMono() {
        float[][] out = Signals.through(Width.ofSideGain(0), noise);

        for (int i = 0; i < 1000; i++) {
            float mid = (noise[0][i] + noise[1][i]) / 2;
            assertThat(out[0][i]).isCloseTo(mid, within(1e-7f));
            assertThat(out[1][i]).isCloseTo(mid, within(1e-7f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 2, 4})
    void monoSumStaysAndSideIsScaled(double w) {
        float[][] out = Signals.through(Width.ofSideGain(w), noise);

        for (int i = 0; i < 1000; i++) {
            assertThat(out[0][i] + out[1][i]).isCloseTo(noise[0][i] + noise[1][i], within(5e-7f));
            assertThat(out[0][i] - out[1][i]).isCloseTo((float) w * (noise[0][i] - noise[1][i]), within(1e-6f));
        }
    }

    @Test
    void oppositeGainsUndoEachOther() {
        float[][] wide = Signals.through(Width.ofSideGainDb(9), noise);

        assertThat(Signals.errorDb(noise, Signals.through(Width.ofSideGainDb(-9), wide)))
                .isLessThan(-120);
    }

    @Test
    void refusesNegativeGains() {
        assertThatThrownBy(() -> Width.ofSideGain(-0.1)).hasMessageContaining("-0.1");
    }
}
