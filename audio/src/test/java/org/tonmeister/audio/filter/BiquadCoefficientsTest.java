package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiquadCoefficientsTest {
    @AtMasteringRates
    void peaking_hasItsGainAtTheCentreAndNoneAtTheEnds(int rate) {
        for (double gainDb : new double[] {-12, -6, -0.5, 0, 0.5, 6, 12}) {
            var bell = BiquadCoefficients.peaking(rate, 1200, 0.7, gainDb);

            assertThat(bell.magnitudeDb(rate, 1200)).isCloseTo(gainDb, within(1e-9));
            assertThat(bell.magnitudeDb(rate, 0)).isCloseTo(0, within(1e-9));
            assertThat(bell.magnitudeDb(rate, rate / 2.0)).isCloseTo(0, within(1e-9));
        }
    }

    @AtMasteringRates
    void lowShelf_hasItsGainAtZeroAndHalfOfItAtTheCorner(int rate) {
        for (double gainDb : new double[] {-12, -6, 0, 6, 12}) {
            var shelf = BiquadCoefficients.lowShelf(rate, 120, Math.sqrt(0.5), gainDb);

            assertThat(shelf.magnitudeDb(rate, 0)).isCloseTo(gainDb, within(1e-5));
            assertThat(shelf.magnitudeDb(rate, 120)).isCloseTo(gainDb / 2, within(1e-5));
            assertThat(shelf.magnitudeDb(rate, rate / 2.0)).isCloseTo(0, within(1e-5));
        }
    }

    @AtMasteringRates
    void highShelf_hasItsGainAtNyquistAndHalfOfItAtTheCorner(int rate) {
        for (double gainDb : new double[] {-12, -6, 0, 6, 12}) {
            var shelf = BiquadCoefficients.highShelf(rate, 9000, Math.sqrt(0.5), gainDb);

            assertThat(shelf.magnitudeDb(rate, 0)).isCloseTo(0, within(1e-6));
            assertThat(shelf.magnitudeDb(rate, 9000)).isCloseTo(gainDb / 2, within(1e-6));
            assertThat(shelf.magnitudeDb(rate, rate / 2.0)).isCloseTo(gainDb, within(1e-6));
        }
    }

    @Test
    void peaking_isTheCookbooksAtAHandCalculatedPoint() {
        // w0 = 90°, so cos w0 = 0 and alpha = 1/2Q = 1/2; A = 10^(20·log10(4)/40) = 2.
        var bell = BiquadCoefficients.peaking(48_000, 12_000, 1, 20 * Math.log10(4));

        assertThat(bell.b0()).isCloseTo(2 / 1.25, within(1e-12));
        assertThat(bell.b1()).isCloseTo(0, within(1e-12));
        assertThat(bell.b2()).isCloseTo(0, within(1e-12));
        assertThat(bell.a1()).isCloseTo(0, within(1e-12));
        assertThat(bell.a2()).isCloseTo(0.75 / 1.25, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void everyFilter_isStableAtEveryRate(double rate) {
        double[] corners = {20, 100, 1200, 5000, 12_000, 30_000, 95_000};
        for (double f0 : corners) {
            for (double gainDb : new double[] {-24, -12, 0, 12, 24}) {
                for (double q : new double[] {0.3, 0.7, 4}) {
                    assertStable(BiquadCoefficients.peaking(rate, f0, q, gainDb));
                    assertStable(BiquadCoefficients.lowShelf(rate, f0, q, gainDb));
                    assertStable(BiquadCoefficients.highShelf(rate, f0, q, gainDb));
                }
            }
        }
    }

    /** Both poles lie inside the unit circle: the stability triangle. */
    private static void assertStable(BiquadCoefficients c) {
        assertThat(Math.abs(c.a2())).as("%s", c).isLessThan(1);
        assertThat(Math.abs(c.a1())).as("%s", c).isLessThan(1 + c.a2());
    }

    @Test
    void cornerAboveNyquist_isClampedBelowIt() {
        var clamped = BiquadCoefficients.peaking(8000, 5000, 1, 6);

        assertThat(clamped).isEqualTo(BiquadCoefficients.peaking(8000, 0.45 * 8000, 1, 6));
        assertThat(clamped.magnitudeDb(8000, 3600)).isCloseTo(6, within(1e-9));
    }

    @Test
    void rejects_valuesWithoutMeaning() {
        assertThatThrownBy(() -> BiquadCoefficients.peaking(48_000, 1000, 0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Q above 0");
        assertThatThrownBy(() -> BiquadCoefficients.lowShelf(48_000, 1000, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> BiquadCoefficients.highShelf(0, 1000, 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample rate");
    }
}
