package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;

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

    @AtMasteringRates
    void inTheChainTheMonoSumStaysAndTheSideHasItsGain(int rate) {
        float[][] programme = Signals.programme(rate, 3, rate);
        for (double width : new double[] {0, 0.25, 0.75, 1}) {
            double w = Decibels.toAmplitude(Parameter.WIDTH.toUnits(width));
            float[][] out = Signals.copy(programme);
            new MixChain(
                            rate,
                            Parameters.neutral().with(Parameter.WIDTH, width),
                            ChainOptions.defaults().withoutLimiter())
                    .process(out, rate);

            double sumError = 0;
            double sideError = 0;
            for (int i = 0; i < rate; i++) {
                double sum = (double) programme[0][i] + programme[1][i];
                double side = w * ((double) programme[0][i] - programme[1][i]);
                sumError = Math.max(sumError, Math.abs((double) out[0][i] + out[1][i] - sum));
                sideError = Math.max(sideError, Math.abs((double) out[0][i] - out[1][i] - side));
            }
            assertThat(sumError).isLessThan(1e-6);
            assertThat(sideError).isLessThan(2e-6);
        }
    }

    @AtMasteringRates
    void inTheChainMonoStaysMonoBitForBit(int rate) {
        float[][] mono = Signals.programme(rate, 4, rate);
        mono[1] = mono[0].clone();
        float[][] out = Signals.copy(mono);

        new MixChain(
                        rate,
                        Parameters.neutral().with(Parameter.WIDTH, 1),
                        ChainOptions.defaults().withoutLimiter())
                .process(out, rate);

        assertThat(out).isDeepEqualTo(mono);
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
