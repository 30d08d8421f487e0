package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StftTest {
    @Test
    void power_isTheDefinitionOfTheTransform() {
        // Given
        float[] signal = TestSignals.noiseAndSawtooth(300, 61);
        var stft = new Stft(128, 50);
        float[] power = new float[stft.bins()];

        // When
        stft.power(signal, signal.length, 3, power);

        // Then
        for (int k = 0; k < power.length; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < 128; n++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / 128);
                double x = signal[150 + n] * hann;
                re += x * Math.cos(2 * Math.PI * k * n / 128);
                im -= x * Math.sin(2 * Math.PI * k * n / 128);
            }
            assertThat((double) power[k]).isCloseTo(re * re + im * im, within(1e-5));
        }
    }

    @Test
    void meanSquareScale_makesPowersOfTheBins() {
        var stft = new Stft(4096, 2048);
        float[] sine = TestSignals.sine(44_100, 3000, 0.5, 0, 4096);
        float[] power = new float[stft.bins()];
        stft.power(sine, sine.length, 0, power);
        double sum = 0;
        for (float bin : power) {
            sum += bin;
        }

        assertThat(sum * stft.meanSquareScale()).isCloseTo(0.125, within(1e-4));
    }

    @Test
    void spectra_lieInsideTheSignal() {
        var stft = new Stft(4096, 2048);

        assertThat(stft.bins()).isEqualTo(2049);
        assertThat(stft.spectra(4096)).isEqualTo(1);
        assertThat(stft.spectra(4096 + 2047)).isEqualTo(1);
        assertThat(stft.spectra(4096 + 2048)).isEqualTo(2);
        assertThat(stft.spectra(220_500)).isEqualTo(106);
    }

    @Test
    void signalShorterThanAFrame_isPaddedWithZeros() {
        var stft = new Stft(64, 32);
        float[] shortSignal = {0.1f, 0.2f, 0.3f};
        float[] padded = Arrays.copyOf(shortSignal, 64);
        float[] expected = new float[stft.bins()];
        float[] power = new float[stft.bins()];
        stft.power(TestSignals.noiseAndSawtooth(64, 7), 64, 0, power);

        stft.power(padded, 64, 0, expected);
        stft.power(shortSignal, 3, 0, power);

        assertThat(stft.spectra(3)).isEqualTo(1);
        assertThat(power).isEqualTo(expected);
    }

    @Test
    void rejects_lengthsThatAreNoPowerOfTwo() {
        assertThatThrownBy(() -> new Stft(1000, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("power of two")
                .hasMessageContaining("1000");
        assertThatThrownBy(() -> new Stft(1024, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
