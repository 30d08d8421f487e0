package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.masters.TestMusic;

class FlawTest {
    private static final float[][] NOISE = TestMusic.noise(5, 3, false, -8, 0);

    @TempDir
    Path folder;

    @Test
    void filters_doWhatTheySay() throws Exception {
        TrackAnalysis before = analysis(NOISE);

        assertThat(flawed(Flaw.LOW_LEVEL).rmsDbfs() - before.rmsDbfs()).isCloseTo(-6, within(0.01));
        assertThat(flawed(Flaw.NARROW).sideToMidDb() - before.sideToMidDb()).isCloseTo(-6.02, within(0.02));
        assertThat(band(flawed(Flaw.DARK), 12_000) - band(before, 12_000)).isCloseTo(-6, within(0.5));
        assertThat(band(flawed(Flaw.DARK), 300) - band(before, 300)).isCloseTo(0, within(0.3));
        assertThat(band(flawed(Flaw.HOLLOW), 900) - band(before, 900)).isCloseTo(-6, within(0.5));
        assertThat(band(flawed(Flaw.THIN), 40) - band(before, 40)).isCloseTo(-6, within(1.0));
    }

    @Test
    void anExpander_widensDynamics() throws Exception {
        // Given: noise whose second half is 20 dB lower
        float[][] steps = {NOISE[0].clone(), NOISE[1].clone()};
        for (float[] channel : steps) {
            for (int i = channel.length / 2; i < channel.length; i++) {
                channel[i] *= 0.1f;
            }
        }

        // When
        float[][] expanded = FfmpegFilter.apply(Flaw.EXPANDED.filter(), steps, TestMusic.SAMPLE_RATE);

        // Then: 20 dB become 32
        double before = level(steps, true) - level(steps, false);
        double after = level(expanded, true) - level(expanded, false);
        assertThat(before).isCloseTo(20, within(0.3));
        assertThat(after).isCloseTo(32, within(2.0));
    }

    @Test
    void refusesAFilterThatIsNone() {
        assertThatThrownBy(() -> FfmpegFilter.apply("nosuchfilter", NOISE, TestMusic.SAMPLE_RATE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nosuchfilter");
    }

    @Test
    void answers_areRight_whereTheParameterRisesByMoreThanAHair() throws Exception {
        // Given
        var answers = new FlawAnswers(
                Parameters.neutral().with(Parameter.WIDTH, 0.57),
                Map.of(
                        Flaw.DARK, Parameters.neutral().with(Parameter.PRESENCE, 0.51),
                        Flaw.NARROW, Parameters.neutral().with(Parameter.WIDTH, 0.574)));

        // When
        BehaviourFigures figures = BehaviourFigures.of(List.of(answers));

        // Then
        assertThat(figures.rightByFlaw()).containsOnly(Map.entry("dark", 1.0), Map.entry("narrow", 0.0));
        assertThat(figures.right()).isEqualTo(0.5);
        assertThat(figures.distanceFromNeutral()).isCloseTo(0.01, within(1e-9));

        // And they are kept as they are
        var store = new FlawStore(folder);
        var source = Examples.listener("listener");
        store.keep(source, "md5", new FlawAnswers(answers.untouched(), new EnumMap<>(answers.flawed())));
        assertThat(store.find(source, "md5")).isEqualTo(Optional.of(answers));
    }

    private static TrackAnalysis flawed(Flaw flaw) throws Exception {
        return analysis(FfmpegFilter.apply(flaw.filter(), NOISE, TestMusic.SAMPLE_RATE));
    }

    private static TrackAnalysis analysis(float[][] stereo) {
        var meter = new TrackMeter(TestMusic.SAMPLE_RATE);
        meter.add(stereo, stereo[0].length);
        return meter.finish();
    }

    private static double band(TrackAnalysis analysis, double hz) {
        var band = new FrequencyBand("band", hz * 0.9, hz * 1.1);
        return 10 * Math.log10(analysis.spectrum().meanSquare(band));
    }

    private static double level(float[][] stereo, boolean firstHalf) {
        int frames = stereo[0].length;
        double sum = 0;
        for (int i = firstHalf ? frames / 8 : frames * 5 / 8; i < (firstHalf ? frames * 3 / 8 : frames * 7 / 8); i++) {
            sum += stereo[0][i] * stereo[0][i];
        }
        return 10 * Math.log10(sum);
    }
}
