package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KWeightingTest {
    @Test
    void coefficientsAt48kHz_areTheRecommendations() {
        var shelf = KWeighting.shelf(48_000);
        assertThat(shelf.b0()).isCloseTo(1.53512485958697, within(1e-12));
        assertThat(shelf.b1()).isCloseTo(-2.69169618940638, within(1e-12));
        assertThat(shelf.b2()).isCloseTo(1.19839281085285, within(1e-12));
        assertThat(shelf.a1()).isCloseTo(-1.69065929318241, within(1e-12));
        assertThat(shelf.a2()).isCloseTo(0.73248077421585, within(1e-12));

        var highPass = KWeighting.highPass(48_000);
        assertThat(highPass.b0()).isEqualTo(1);
        assertThat(highPass.b1()).isEqualTo(-2);
        assertThat(highPass.b2()).isEqualTo(1);
        assertThat(highPass.a1()).isCloseTo(-1.99004745483398, within(1e-12));
        assertThat(highPass.a2()).isCloseTo(0.99007225036621, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 16_000, 22_050, 44_100, 48_000, 88_200, 96_000, 192_000})
    void responseAt1kHz_isTheSameAtEveryRate(double rate) {
        // The −0.691 dB of the Recommendation undoes the weighting's gain at 997 Hz.
        double gainDb = KWeighting.shelf(rate).magnitudeDb(rate, 997)
                + KWeighting.highPass(rate).magnitudeDb(rate, 997);

        assertThat(gainDb).isCloseTo(0.691, within(0.05));
    }

    @AtMasteringRates
    void process_runsBothStagesInSeries(int rate) {
        var weighting = new KWeighting(rate);
        var shelf = new Biquad(KWeighting.shelf(rate));
        var highPass = new Biquad(KWeighting.highPass(rate));

        for (int i = 0; i < 2000; i++) {
            double x = i == 0 ? 1 : 0.3 * Math.sin(i * 0.1);
            assertThat(weighting.process(x)).isCloseTo(highPass.process(shelf.process(x)), within(1e-12));
        }
    }

    @AtMasteringRates
    void energy_isTheSumOfTheSquaresOfTheWeightedSamples(int rate) {
        float[] x = new float[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(i * 0.05);
        }
        var one = new KWeighting(rate);
        double expected = 0;
        for (int i = 100; i < 900; i++) {
            double z = one.process(x[i]);
            expected += z * z;
        }

        var other = new KWeighting(rate);
        double energy = other.energy(x, 100, 300) + other.energy(x, 400, 500);

        assertThat(energy).isCloseTo(expected, within(1e-9 * expected));
    }

    @AtMasteringRates
    void silenceAfterSound_neverBecomesSubnormalNorAudible(int rate) {
        var weighting = new KWeighting(rate);
        weighting.process(1);
        double z = 1;
        int tiny = 0;
        for (int i = 0; i < 10 * rate; i++) {
            z = weighting.process(0);
            tiny += z == 0 || Math.abs(z) > 1e-200 ? 0 : 1;
        }

        assertThat(tiny).isZero();
        assertThat(Math.abs(z)).isLessThan(1e-20);
    }

    @Test
    void rejects_ratesTooLowForTheShelf() {
        assertThatThrownBy(() -> new KWeighting(3000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8000");
    }
}
