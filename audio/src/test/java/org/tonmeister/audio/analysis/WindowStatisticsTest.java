package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStatisticsTest {
    private static final int RATE = 44_100;

    @ParameterizedTest
    @ValueSource(ints = {8000, 22_050, 44_100, 48_000, 192_000})
    void steadySine_hasItsTextbookFigures(int rate) {
        float[] sine = TestSignals.sine(rate, 1000, 0.1, 0, 5 * rate);

        var statistics = WindowStatistics.of(TestSignals.stereo(sine), sine.length, rate);

        assertThat(statistics.loudnessLufs()).isCloseTo(-20, within(0.1));
        assertThat(statistics.rmsDbfs()).isCloseTo(-23.01, within(0.01));
        assertThat(statistics.samplePeakDbfs()).isCloseTo(-20, within(0.02));
        assertThat(statistics.crestDb()).isCloseTo(3.01, within(0.02));
        assertThat(statistics.peakToLoudnessDb()).isCloseTo(0, within(0.1));
        assertThat(statistics.midDbfs()).isCloseTo(-23.01, within(0.01));
        assertThat(statistics.sideDbfs()).isEqualTo(-100);
        assertThat(statistics.sideToMidDb()).isEqualTo(-60);
        assertThat(statistics.correlation()).isCloseTo(1, within(1e-12));
        assertThat(statistics.levelDeviationDb()).isCloseTo(0, within(0.05));
        assertThat(statistics.shortCrestMeanDb()).isCloseTo(3.01, within(0.05));
        for (float[] percentiles :
                new float[][] {statistics.levelsDb(), statistics.slopesDb(), statistics.momentaryLu()}) {
            for (float value : percentiles) {
                assertThat(value).isCloseTo(0, within(0.1f));
            }
        }
    }

    @Test
    void leftAloneAndOpposedChannels_areToldApart() {
        float[] noise = TestSignals.noiseAndSawtooth(RATE, 61);
        float[] inverted = noise.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = -inverted[i];
        }

        var left = WindowStatistics.of(new float[][] {noise, new float[RATE]}, RATE, RATE);
        var opposed = WindowStatistics.of(new float[][] {noise, inverted}, RATE, RATE);

        assertThat(left.sideToMidDb()).isCloseTo(0, within(1e-9));
        assertThat(left.correlation()).isZero();
        assertThat(left.midDbfs()).isCloseTo(left.rmsDbfs() - 3.01, within(0.01));
        assertThat(opposed.sideToMidDb()).isEqualTo(60);
        assertThat(opposed.correlation()).isCloseTo(-1, within(1e-12));
        assertThat(opposed.sideDbfs()).isCloseTo(opposed.rmsDbfs(), within(1e-9));
    }

    @Test
    void levelsAndSlopes_areThoseOfTheTenMillisecondPieces() {
        // Given a square wave that is 20 dB louder in its first second than in the other four
        float[] square = new float[5 * RATE];
        for (int i = 0; i < square.length; i++) {
            square[i] = (i < RATE ? 0.1f : 0.01f) * (i / 21 % 2 == 0 ? 1 : -1);
        }

        // When
        var statistics = WindowStatistics.of(TestSignals.stereo(square), square.length, RATE);

        // Then the mean power is (1 · 0.01 + 4 · 0.0001) / 5
        double meanDb = 10 * Math.log10(0.0104 / 5);
        assertThat(statistics.rmsDbfs()).isCloseTo(meanDb, within(1e-3));
        assertThat((double) statistics.levelsDb()[0]).isCloseTo(-40 - meanDb, within(1e-3));
        assertThat((double) statistics.levelsDb()[4]).isCloseTo(-40 - meanDb, within(1e-3));
        assertThat((double) statistics.levelsDb()[6]).isCloseTo(-20 - meanDb, within(1e-3));
        assertThat(statistics.levelDeviationDb()).isCloseTo(20 * Math.sqrt(0.2 * 0.8), within(1e-3));
        assertThat(statistics.shortCrestMeanDb()).isCloseTo(0, within(1e-3));
        assertThat(statistics.slopesDb()).containsExactly(new float[6], within(1e-3f));
    }

    @Test
    void loudnessIsUngated() {
        float[] tone = Arrays.copyOf(TestSignals.sine(RATE, 1000, 0.1, 0, RATE), 4 * RATE);

        var statistics = WindowStatistics.of(TestSignals.stereo(tone), tone.length, RATE);

        assertThat(statistics.loudnessLufs()).isCloseTo(-20 - 6.02, within(0.1));
        assertThat(statistics.momentaryLu()[2]).isCloseTo(6.02f, within(0.1f));
        assertThat(statistics.momentaryLu()[0]).isLessThan(-30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 441, 10_000, 220_500})
    void silenceOfAnyLength_isFiniteAndDocumented(int frames) {
        var statistics = WindowStatistics.of(new float[2][frames], frames, RATE);

        assertThat(statistics.loudnessLufs()).isEqualTo(Loudness.SILENCE_LUFS);
        assertThat(statistics.rmsDbfs()).isEqualTo(-100);
        assertThat(statistics.samplePeakDbfs()).isEqualTo(-100);
        assertThat(statistics.crestDb()).isZero();
        assertThat(statistics.sideToMidDb()).isZero();
        assertThat(statistics.correlation()).isZero();
        for (float value : statistics.vector()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void vector_holdsEveryFigureInOrder() {
        float[] noise = TestSignals.noiseAndSawtooth(RATE, 61);
        var statistics = WindowStatistics.of(new float[][] {noise, new float[RATE]}, RATE, RATE);

        float[] vector = statistics.vector();

        assertThat(vector).hasSize(WindowStatistics.SIZE).hasSize(31);
        assertThat(vector[0]).isEqualTo((float) statistics.loudnessLufs());
        assertThat(vector[8]).isEqualTo((float) statistics.correlation());
        assertThat(Arrays.copyOfRange(vector, 9, 12)).isEqualTo(statistics.momentaryLu());
        assertThat(Arrays.copyOfRange(vector, 12, 22)).isEqualTo(statistics.levelsDb());
        assertThat(Arrays.copyOfRange(vector, 22, 28)).isEqualTo(statistics.slopesDb());
        assertThat(vector[28]).isEqualTo((float) statistics.levelDeviationDb());
        assertThat(vector[30]).isEqualTo((float) statistics.shortCrestDeviationDb());
    }
}
