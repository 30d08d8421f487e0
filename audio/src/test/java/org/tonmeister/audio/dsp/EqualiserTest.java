package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualiserTest {
    private static final double RATE = 48_000;

    private static Parameters with(EqBand band, double gainDb) {
        return Parameters.neutral().with(band.parameter(), band.parameter().fromUnits(gainDb));
    }

    private static double responseDb(Parameters parameters, double hz) {
        float[][] impulse = Signals.silence(1 << 15);
        impulse[0][0] = 1;
        float[][] out = Signals.through(new Equaliser(RATE, parameters), impulse);
        return Signals.responseDb(RATE, out[0], hz);
    }

    @ParameterizedTest
    @EnumSource(names = {"MID", "HIGH", "PRESENCE"})
    void bellHasItsGainAtItsCentre(EqBand band) {
        assertThat(responseDb(with(band, 12), band.cornerHz())).isCloseTo(12, within(0.001));
        assertThat(responseDb(with(band, -7), band.cornerHz())).isCloseTo(-7, within(0.001));
        assertThat(responseDb(with(band, 12), 0)).isCloseTo(0, within(0.001));
        assertThat(responseDb(with(band, 12), RATE / 2)).isCloseTo(0, within(0.001));
    }

    @Test
    void lowShelfHasItsGainBelowAndHalfOfItAtTheCorner() {
        Parameters shelf = with(EqBand.LOW, 12);

        assertThat(responseDb(shelf, 0)).isCloseTo(12, within(0.01));
        assertThat(responseDb(shelf, EqBand.LOW.cornerHz())).isCloseTo(6, within(0.01));
        assertThat(responseDb(shelf, RATE / 2)).isCloseTo(0, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000})
    void oppositeGainsUndoEachOther(double rate) {
        float[][] noise = Signals.noise(1, 0.5, 20_000);
        Parameters up = Parameters.of(0.5, 0, 1, 1, 1, 1, 0, 0, 0.5, 0.5);
        Parameters down = Parameters.of(0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5);

        float[][] raised = Signals.through(new Equaliser(rate, up), noise);
        float[][] back = Signals.through(new Equaliser(rate, down), raised);

        assertThat(Signals.errorDb(noise, raised)).isGreaterThan(-3);
        for (int i = 0; i < 20_000; i++) {
            assertThat(back[1][i]).isCloseTo(noise[1][i], within(3e-6f));
        }
    }

    @Test
    void neutralBandsChangeNothing() {
        float[][] noise = Signals.noise(2, 0.5, 1000);

        assertThat(Signals.through(new Equaliser(RATE, Parameters.neutral()), noise))
                .isDeepEqualTo(noise);
    }

    @Test
    void decaysToExactSilence() {
        var equaliser = new Equaliser(RATE, Parameters.of(0.5, 0, 1, 1, 1, 1, 0, 0, 0.5, 0.5));
        float[][] noise = Signals.noise(3, 0.5, 512);
        equaliser.process(noise[0], noise[1], 0, 512);
        float[][] tail = Signals.silence(512);
        for (int i = 0; i < 200; i++) {
            equaliser.settle();
            tail = Signals.through(equaliser, Signals.silence(512));
        }

        assertThat(tail).isDeepEqualTo(Signals.silence(512));
    }
}
