package org.tonmeister.predict.analyser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.dsp.Equaliser;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.dsp.Width;

class SpectrumTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 33, 60, 90, 120, 127})
    void sineAtABandsCentre_isStrongestInThatBand(int band) {
        var powers = MelPowers.of(Sound.sine(MelBands.centreHz(band), 0.5).window());

        int strongest = 0;
        for (int mel = 0; mel < MelBands.COUNT; mel++) {
            strongest = powers.mid(mel) > powers.mid(strongest) ? mel : strongest;
        }
        assertThat(strongest).isEqualTo(band);
        assertThat(powers.side(band)).as("no side").isLessThan(1.001e-10);
    }

    @Test
    void powersAreMeanSquares() {
        var powers = MelPowers.of(Sound.sine(MelBands.centreHz(100), 0.5).window());

        double sum = 0;
        for (int mel = 0; mel < MelBands.COUNT; mel++) {
            sum += powers.total(mel);
        }
        assertThat(10 * StrictMath.log10(sum)).isEqualTo(10 * StrictMath.log10(0.125), within(0.2));
    }

    @Test
    void balanceBands_followOneAnotherUpTo15Khz() {
        var bands = BalanceBand.ALL;

        assertThat(bands.get(0).firstMel()).isZero();
        for (int i = 1; i < bands.size(); i++) {
            assertThat(bands.get(i).firstMel()).isEqualTo(bands.get(i - 1).lastMel() + 1);
        }
        assertThat(bands)
                .allSatisfy(band -> assertThat(band.toHz() / band.fromHz()).isBetween(1.25, 1.7));
        assertThat(bands.get(bands.size() - 1).toHz()).isBetween(13_000.0, 15_000.0);
        assertThat(bands).hasSizeBetween(20, 26);
    }

    @Test
    void kWeights_areThoseOfBs1770() {
        double[] gains = KWeights.powerGains();

        assertThat(gainDb(gains, 1000)).as("the head's shelf begins").isEqualTo(0.69, within(0.03));
        assertThat(gainDb(gains, 10_000)).as("the shelf").isEqualTo(4.0, within(0.1));
        assertThat(gainDb(gains, 60))
                .as("the high-pass: 20·log(60²/(60² + 38.1²))")
                .isEqualTo(-2.95, within(0.1));
    }

    @Test
    void loudnessChange_isTheOneThatTheMeterReads() {
        var parameters = Parameters.neutral()
                .with(Parameter.LOW_EQ, 0.8)
                .with(Parameter.MID_EQ, 0.3)
                .with(Parameter.PRESENCE, 0.9)
                .with(Parameter.WIDTH, 0.75);
        var sound = Sound.music(5, -6);
        double before = sound.lufs();
        double predicted = LoudnessChange.db(MelPowers.of(sound.window()), parameters);

        sound.through(new Equaliser(Sound.RATE, parameters)).through(Width.ofSideGainDb(6));

        assertThat(sound.lufs() - before).isEqualTo(predicted, within(0.15));
        assertThat(Math.abs(predicted)).as("a fair test").isGreaterThan(1);
    }

    @Test
    void loudnessOfSilence_doesNotChange() {
        var parameters = Parameters.neutral().with(Parameter.LOW_EQ, 1);

        assertThat(LoudnessChange.db(MelPowers.of(Sound.silence().window()), parameters))
                .isBetween(-12.0, 12.0);
    }

    @Test
    void features_doNotDependOnTheLevel() {
        var loud = Sound.music(4, -10).at(-12).features();
        var quiet = Sound.music(4, -10).at(-30).features();

        assertThat(quiet.dynamicsDb()).isEqualTo(loud.dynamicsDb(), within(1e-3));
        assertThat(quiet.sideToMidDb()).isEqualTo(-10, within(0.3));
        for (int i = 0; i < BalanceBand.ALL.size(); i++) {
            assertThat(quiet.balanceDb().get(i)).isEqualTo(loud.balanceDb().get(i), within(0.01));
        }
    }

    private static double gainDb(double[] gains, double hertz) {
        int nearest = 0;
        for (int mel = 0; mel < gains.length; mel++) {
            if (Math.abs(MelBands.centreHz(mel) - hertz) < Math.abs(MelBands.centreHz(nearest) - hertz)) {
                nearest = mel;
            }
        }
        return 10 * StrictMath.log10(gains[nearest]);
    }
}
