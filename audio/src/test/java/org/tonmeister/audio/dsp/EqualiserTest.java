package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;

class EqualiserTest {
    private static Parameters with(EqBand band, double gainDb) {
        return Parameters.neutral().with(band.parameter(), band.parameter().fromUnits(gainDb));
    }

    /** Of the running filter: its impulse response, transformed at one frequency. */
    private static double responseDb(int rate, Parameters parameters, double hz) {
        float[][] impulse = Signals.silence(1 << 15);
        impulse[0][0] = 1;
        float[][] out = Signals.through(new Equaliser(rate, parameters), impulse);
        return Signals.responseDb(rate, out[0], hz);
    }

    @AtMasteringRates
    void bellsHaveTheirGainAtTheirCentre(int rate) {
        for (EqBand band : List.of(EqBand.MID, EqBand.HIGH, EqBand.PRESENCE)) {
            for (double gainDb : new double[] {-12, -7, -1, 1, 7, 12}) {
                Parameters bell = with(band, gainDb);

                assertThat(responseDb(rate, bell, band.cornerHz()))
                        .as("%s at %s dB", band, gainDb)
                        .isCloseTo(gainDb, within(0.001));
                assertThat(responseDb(rate, bell, 0)).isCloseTo(0, within(0.001));
                assertThat(responseDb(rate, bell, rate / 2.0)).isCloseTo(0, within(0.001));
            }
        }
    }

    @AtMasteringRates
    void lowShelfHasItsGainBelowAndHalfOfItAtTheCorner(int rate) {
        for (double gainDb : new double[] {-12, -5, 5, 12}) {
            Parameters shelf = with(EqBand.LOW, gainDb);

            assertThat(responseDb(rate, shelf, 0)).isCloseTo(gainDb, within(0.01));
            assertThat(responseDb(rate, shelf, EqBand.LOW.cornerHz())).isCloseTo(gainDb / 2, within(0.01));
            assertThat(responseDb(rate, shelf, rate / 2.0)).isCloseTo(0, within(0.001));
        }
    }

    @AtMasteringRates
    void aSineComesOutWithTheBandsGain(int rate) {
        for (EqBand band : EqBand.values()) {
            float[][] sine = Signals.sine(rate, band.cornerHz(), -20, rate);
            double expected = band == EqBand.LOW ? 6 : 12;

            float[][] out = Signals.through(new Equaliser(rate, with(band, 12)), sine);

            double gainDb = Signals.rmsDb(out[0], rate / 2, rate) - Signals.rmsDb(sine[0], rate / 2, rate);
            assertThat(gainDb).as("%s", band).isCloseTo(expected, within(0.01));
        }
    }

    @AtMasteringRates
    void eachBandsOppositeGainUndoesItToAMillionth(int rate) {
        float[][] noise = Signals.noise(4, 0.5, 20_000);
        for (EqBand band : EqBand.values()) {
            for (double gainDb : new double[] {-12, -3, 3, 12}) {
                float[][] raised = Signals.through(new Equaliser(rate, with(band, gainDb)), noise);
                float[][] back = Signals.through(new Equaliser(rate, with(band, -gainDb)), raised);

                assertThat(Signals.largestDifference(noise, back))
                        .as("%s at %s dB", band, gainDb)
                        .isLessThan(1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000})
    void allBandsTogetherUndoEachOther(double rate) {
        float[][] noise = Signals.noise(1, 0.5, 20_000);
        Parameters up = Parameters.of(0.5, 0, 1, 1, 1, 1, 0, 0, 0.5, 0.5);
        Parameters down = Parameters.of(0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5);

        float[][] raised = Signals.through(new Equaliser(rate, up), noise);
        float[][] back = Signals.through(new Equaliser(rate, down), raised);

        assertThat(Signals.errorDb(noise, raised)).isGreaterThan(-3);
        assertThat(Signals.errorDb(noise, back)).isLessThan(-120);
        assertThat(Signals.largestDifference(noise, back)).isLessThan(3e-6);
    }

    @AtMasteringRates
    void neutralBandsChangeNothing(int rate) {
        float[][] noise = Signals.noise(2, 0.5, 1000);

        assertThat(Signals.through(new Equaliser(rate, Parameters.neutral()), noise))
                .isDeepEqualTo(noise);
    }

    @AtMasteringRates
    void decaysToExactSilence(int rate) {
        var equaliser = new Equaliser(rate, Parameters.of(0.5, 0, 1, 1, 1, 1, 0, 0, 0.5, 0.5));
        float[][] noise = Signals.noise(3, 0.5, 512);
        equaliser.process(noise[0], noise[1], 0, 512);
        float[][] tail = Signals.silence(512);
        for (int i = 0; i < 2 * rate / 512; i++) {
            equaliser.settle();
            tail = Signals.through(equaliser, Signals.silence(512));
        }

        assertThat(tail).isDeepEqualTo(Signals.silence(512));
    }
}
