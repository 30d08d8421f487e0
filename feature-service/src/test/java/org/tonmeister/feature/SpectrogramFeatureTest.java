package org.tonmeister.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;

class SpectrogramFeatureTest {
    private static final double FULL_SCALE_SINE_DB = -3.01;

    /** Five seconds in which left is {@code left} and right is {@code right} times a full-scale sine of 1 kHz. */
    private static SpectrogramWindow sine(int rate, double left, double right) {
        return new SpectrogramFeature().of(TestWindows.sine(rate, 1000, left, right));
    }

    private static double levelDb(ByteBuffer spectrogram, SpectrogramWindow window, int band, int frame) {
        return spectrogram.duplicate().order(ByteOrder.LITTLE_ENDIAN).getShort((band * window.getFrames() + frame) * 2)
                / 100.0;
    }

    private static int loudestBand(ByteBuffer spectrogram, SpectrogramWindow window) {
        int loudest = 0;
        for (int band = 1; band < window.getMelBins(); band++) {
            if (levelDb(spectrogram, window, band, 50) > levelDb(spectrogram, window, loudest, 50)) {
                loudest = band;
            }
        }
        return loudest;
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000})
    void seesTheSamePictureAtEveryRate(int rate) {
        var window = sine(rate, 0.5, 0.5);

        assertThat(window.getMid().remaining()).isEqualTo(128 * window.getFrames() * 2);
        assertThat(window.getFrames()).isBetween(105, 108);
        assertThat(window.getHopSeconds()).isCloseTo(2048 / 44_100.0, within(1e-4));
        int band = loudestBand(window.getMid(), window);
        assertThat(band).isEqualTo(loudestBand(sine(44_100, 0.5, 0.5).getMid(), sine(44_100, 0.5, 0.5)));
        // A sine between two bands' centres gives each a part of its power.
        assertThat(levelDb(window.getMid(), window, band, 50))
                .isBetween(FULL_SCALE_SINE_DB - 6.02 - 3.01, FULL_SCALE_SINE_DB - 6.02);
    }

    @Test
    void tellsMidFromSide() {
        var opposed = sine(44_100, 0.5, -0.5);
        int band = loudestBand(opposed.getSide(), opposed);

        assertThat(levelDb(opposed.getSide(), opposed, band, 50)).isGreaterThan(-11);
        assertThat(levelDb(opposed.getMid(), opposed, band, 50)).isEqualTo(-100);
        assertThat(opposed.getStatistics().getCorrelation()).isCloseTo(-1, within(1e-6));
    }

    @Test
    void silenceReadsTheFloor() {
        var silence = sine(44_100, 0, 0);

        for (int band = 0; band < 128; band++) {
            assertThat(levelDb(silence.getMid(), silence, band, 50)).isEqualTo(-100);
        }
        assertThat(silence.getStatistics().getLoudnessLufs()).isEqualTo(-70);
    }

    @Test
    void handsOnWhereItComesFrom() {
        var window = sine(44_100, 0.5, 0.5);

        assertThat(window.getTrackId()).isEqualTo("track");
        assertThat(window.getUploadId()).isEqualTo("0-1");
        assertThat(window.getPass()).isEqualTo("a.b");
        assertThat(window.getWindow()).isEqualTo(3);
        assertThat(window.getAudio()).isEqualTo(new RecordPointer(2, 77L));
        assertThat(window.getSeconds()).isEqualTo(5);
    }

    @Test
    void measuresTheLevel() {
        var statistics = sine(48_000, 0.1, 0.1).getStatistics();

        assertThat(statistics.getLoudnessLufs()).isCloseTo(-20, within(0.1));
        assertThat(statistics.getRmsDbfs()).isCloseTo(-23.01, within(0.01));
        assertThat(statistics.getLevelPercentilesDb()).hasSize(10);
        assertThat(statistics.getSlopePercentilesDb()).hasSize(6);
        assertThat(statistics.getMomentaryPercentilesLu()).hasSize(3);
    }
}
