package org.tonmeister.standalone.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpectrogramTest {
    private static final int RATE = 8000;

    @Test
    void aSine_standsInItsRow_withItsLevel() {
        var spectrogram = new Spectrogram(RATE);
        // 1000 Hz lies on a bin of 1024 frames.
        spectrogram.add(sine(1000, 0.1, RATE), RATE);
        spectrogram.finish();

        double octaves = Math.log(1000 / Spectrogram.LOWEST_HZ) / Math.log(4000 / Spectrogram.LOWEST_HZ);
        int row = (int) (octaves * spectrogram.rows());
        assertThat(spectrogram.highestHz()).isEqualTo(4000);
        assertThat(spectrogram.columns()).isEqualTo(1 + (RATE - 1024) / 512);
        assertThat(spectrogram.levelDb(5, row)).isCloseTo(-20, within(0.1));
        assertThat(spectrogram.levelDb(5, row - 20)).isLessThan(-80);
    }

    @Test
    void longTracks_areCoarser() {
        var spectrogram = new Spectrogram(RATE);
        float[][] minute = sine(1000, 0.1, 60 * RATE);
        for (int i = 0; i < 5; i++) {
            spectrogram.add(minute, 60 * RATE);
        }
        spectrogram.finish();

        assertThat(spectrogram.columns()).isBetween(Spectrogram.MOST_COLUMNS / 2, Spectrogram.MOST_COLUMNS);
        assertThat(spectrogram.columns() * spectrogram.stepSeconds()).isCloseTo(300, within(1.0));
    }

    @Test
    void aSoundShorterThanAWindow_isOneColumn() {
        var spectrogram = new Spectrogram(RATE);
        spectrogram.add(sine(1000, 0.1, 100), 100);
        spectrogram.finish();

        assertThat(spectrogram.columns()).isEqualTo(1);
    }

    @Test
    void silence_hasAFloor() {
        var spectrogram = new Spectrogram(RATE);
        spectrogram.add(new float[2][RATE], RATE);

        assertThat(spectrogram.levelDb(0, 0)).isEqualTo(-150);
    }

    private static float[][] sine(double hertz, double amplitude, int frames) {
        float[][] block = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            block[0][i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / RATE));
            block[1][i] = block[0][i];
        }
        return block;
    }
}
