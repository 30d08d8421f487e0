package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MelSpectrogramTest {
    private final MelSpectrogram spectrogram = new MelSpectrogram(44_100, 4096, 2048, 128, 20, 20_000);

    @Test
    void levels_areTheScaledBandsOfMidAndSide() {
        // Given left and right whose mid and side are known
        float[] mid = TestSignals.noiseAndSawtooth(13_230, 147);
        float[] side = TestSignals.noiseAndSawtooth(13_230, 61);
        float[][] stereo = new float[2][mid.length];
        for (int i = 0; i < mid.length; i++) {
            stereo[0][i] = mid[i] + side[i] / 4;
            stereo[1][i] = mid[i] - side[i] / 4;
        }

        // When
        float[][][] levels = spectrogram.levelsDb(stereo, mid.length);

        // Then
        float[][] expected = TestSignals.expected("mel.csv");
        var stft = new Stft(4096, 2048);
        var bank = new MelFilterBank(44_100, 4096, 128, 20, 20_000);
        float[] power = new float[stft.bins()];
        float[] sideBands = new float[128];
        assertThat(levels[0]).hasDimensions(128, 5);
        assertThat(levels[1]).hasDimensions(128, 5);
        for (int t = 0; t < 5; t++) {
            stft.power(side, side.length, t, power);
            bank.apply(power, sideBands);
            for (int band = 0; band < 128; band++) {
                double scale = stft.meanSquareScale();
                assertThat((double) levels[0][band][t])
                        .isCloseTo(10 * Math.log10(expected[t][band] * scale), within(0.002));
                assertThat((double) levels[1][band][t])
                        .isCloseTo(10 * Math.log10(sideBands[band] * scale / 16), within(0.002));
            }
        }
    }

    @Test
    void fullScaleSine_hasMinus3DbInAll() {
        float[] sine = TestSignals.sine(44_100, 1000, 1, 0, 8192);
        float[][] mid = spectrogram.levelsDb(TestSignals.stereo(sine), sine.length)[0];
        double power = 0;
        for (float[] band : mid) {
            power += Math.pow(10, band[0] / 10);
        }

        assertThat(10 * Math.log10(power)).isCloseTo(-3.01, within(0.02));
    }

    @Test
    void monoSoundHasASilentSide_andSilenceTheFloorInBoth() {
        float[] sine = TestSignals.sine(44_100, 1000, 1, 0, 5000);

        assertThat(spectrogram.levelsDb(TestSignals.stereo(sine), 5000)[1][40]).containsOnly(MelSpectrogram.FLOOR_DB);
        float[][][] silence = spectrogram.levelsDb(new float[2][3000], 3000);
        for (float[][] channel : silence) {
            for (float[] band : channel) {
                assertThat(band).containsExactly(MelSpectrogram.FLOOR_DB);
            }
        }
    }
}
