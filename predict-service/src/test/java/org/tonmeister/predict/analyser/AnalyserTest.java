package org.tonmeister.predict.analyser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Equaliser;
import org.tonmeister.audio.dsp.Gain;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.dsp.Width;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.WindowStatistics;

class AnalyserTest {
    /** The side of the masters below their mid. */
    private static final double SIDE_DB = -8;

    private static final double SPREAD_DB = 1;
    private static final double USUAL_DB = 1.25 * SPREAD_DB;

    private final Sound master = Sound.music(1, SIDE_DB).at(-20);
    private final Analyser analyser = new Analyser(mastersLike(master.features()));

    @Test
    void whatMeasuresLikeTheMasters_staysAsItIs() {
        var estimate = analyser.predict(Sound.music(2, SIDE_DB).at(-20).window());

        var parameters = estimate.parameters();
        for (Parameter p : Parameter.values()) {
            if (p != Parameter.INPUT_GAIN && p != Parameter.OUTPUT_LEVEL) {
                assertThat(parameters.isNeutral(p)).as(p.label()).isTrue();
            }
        }
        assertThat(parameters.units(Parameter.INPUT_GAIN)).isEqualTo(0, within(1e-4));
        assertThat(parameters.units(Parameter.OUTPUT_LEVEL)).isEqualTo(6, within(1e-3));
        assertThat(estimate.weight()).isEqualTo(1, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(EqBand.class)
    void tooMuchInABand_isLoweredByTheExcess(EqBand band) {
        var window =
                Sound.music(1, SIDE_DB).equalised(band.parameter(), 6).at(-20).window();

        var parameters = analyser.predict(window).parameters();

        assertThat(parameters.units(band.parameter())).isEqualTo(-(6 - USUAL_DB), within(0.9));
        for (EqBand other : EqBand.values()) {
            if (other != band) {
                assertThat(parameters.units(other.parameter())).as(other.name()).isEqualTo(0, within(0.3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EqBand.class)
    void tooLittleInABand_isRaisedByNoMoreThan6Db(EqBand band) {
        var window =
                Sound.music(1, SIDE_DB).equalised(band.parameter(), -12).at(-20).window();

        assertThat(analyser.predict(window).parameters().units(band.parameter()))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"-26, 6", "-20, 0", "-14, -6", "-30.4, 10.4", "-50, 12"})
    void inputGain_bringsTheWindowToTheWorkLevel(double lufs, double gainDb) {
        var window = withLoudness(master.window(), lufs);

        assertThat(analyser.predict(window).parameters().get(Parameter.INPUT_GAIN))
                .isEqualTo(Parameter.INPUT_GAIN.fromUnits(gainDb), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"-14, 4.75", "-17, 6", "-9, 0", "-7.5, 0", "-2, -4.75"})
    void width_isMovedByTheExcessOverTheSpread(double sideDb, double gainDb) {
        var window = Sound.music(1, SIDE_DB).widened(sideDb - SIDE_DB).at(-20).window();

        assertThat(analyser.predict(window).parameters().units(Parameter.WIDTH)).isEqualTo(gainDb, within(0.01));
    }

    @Test
    void mono_staysMono() {
        var window = Sound.music(1, -200).at(-20).window();

        assertThat(analyser.predict(window).parameters().isNeutral(Parameter.WIDTH))
                .isTrue();
    }

    @Test
    void compression_growsWithTheExcessOfTheDynamics() {
        var wild = Sound.music(2, SIDE_DB).accented(10, 12).at(-20).window();
        double excess = MasterFeatures.of(wild).dynamicsDb() - master.features().dynamicsDb() - USUAL_DB;

        assertThat(excess).as("a fair test").isBetween(1.0, 15.0);
        assertThat(analyser.predict(wild).parameters().get(Parameter.COMPRESSION))
                .isEqualTo(Math.min(0.6, excess / 7), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, -20, -8", "8, -17, -8", "-9, -24, -14", "5, -28, -2"})
    void outputLevel_bringsTheMixToMinus14Lufs(double lowEqDb, double lufs, double sideDb) {
        var sound = Sound.music(3, sideDb).equalised(Parameter.LOW_EQ, lowEqDb).at(lufs);

        var parameters = analyser.predict(sound.window()).parameters();
        sound.through(new Gain(parameters.units(Parameter.INPUT_GAIN)))
                .through(new Equaliser(Sound.RATE, parameters))
                .through(Width.ofSideGainDb(parameters.units(Parameter.WIDTH)))
                .through(new Gain(parameters.units(Parameter.OUTPUT_LEVEL)));

        assertThat(sound.lufs()).isEqualTo(-14, within(0.15));
    }

    @Test
    void silence_countsNothingAndStaysAsItIs() {
        assertThat(analyser.predict(Sound.silence().window())).isEqualTo(new Estimate(Parameters.neutral(), 0));
    }

    @Test
    void figuresThatAreNoNumbers_giveNone() {
        var window = withLoudness(master.window(), Double.NaN);

        assertThat(analyser.predict(window)).isEqualTo(Estimate.SILENCE);
    }

    @Test
    void strangeSounds_giveNumbers() {
        for (var sound :
                new Sound[] {Sound.sine(50, 0.9), Sound.sine(9000, 0.9), Sound.sine(1000, 1e-4), Sound.sine(19_900, 0.5)
                }) {
            var estimate = analyser.predict(sound.window());

            assertThat(estimate.weight()).isBetween(0.0, 4.0);
            assertThat(estimate.parameters().toList())
                    .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
        }
    }

    @Test
    void theSameWindowGivesTheSameBits() {
        var window = Sound.music(9, -3).equalised(Parameter.MID_EQ, 9).at(-27).window();

        assertThat(new Analyser(mastersLike(master.features())).predict(window)).isEqualTo(analyser.predict(window));
    }

    @Test
    void rejects_spectrogramOfAnotherLayout() {
        var window = master.window();
        window.put(field("melBins"), 64);
        var cut = master.window();
        cut.put(field("side"), ByteBuffer.allocate(100));

        assertThatThrownBy(() -> analyser.predict(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128 mel bands, not 64");
        assertThatThrownBy(() -> analyser.predict(cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50 values");
    }

    /** Masters that all measure like this one, within 1 dB. */
    private static MasterStatistics mastersLike(MasterFeatures features) {
        Map<String, Spread> gains = new LinkedHashMap<>();
        for (EqBand band : EqBand.values()) {
            gains.put(band.parameter().jsonName(), new Spread(0, SPREAD_DB));
        }
        return new MasterStatistics(
                "test",
                1,
                1,
                BalanceBand.ALL.stream().map(BalanceBand::centreHz).toList(),
                features.balanceDb().stream()
                        .map(db -> new Spread(db, SPREAD_DB))
                        .toList(),
                gains,
                new Spread(features.dynamicsDb(), SPREAD_DB),
                new Spread(features.sideToMidDb(), SPREAD_DB));
    }

    private static int field(String name) {
        return SpectrogramWindow.getClassSchema().getField(name).pos();
    }

    private static SpectrogramWindow withLoudness(SpectrogramWindow window, double lufs) {
        var statistics = window.getStatistics();
        int field = WindowStatistics.getClassSchema().getField("loudnessLufs").pos();
        statistics.put(field, lufs);
        return window;
    }
}
