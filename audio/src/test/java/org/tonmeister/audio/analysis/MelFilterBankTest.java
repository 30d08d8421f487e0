package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MelFilterBankTest {
    @Test
    void bands_areTorchaudios() {
        // Given
        float[][] expected = TestSignals.expected("mel.csv");
        float[] signal = TestSignals.noiseAndSawtooth(13_230, 147);
        var stft = new Stft(4096, 2048);
        var bank = new MelFilterBank(44_100, 4096, 128, 20, 20_000);
        assertThat(stft.spectra(signal.length)).isEqualTo(expected.length).isEqualTo(5);

        for (int t = 0; t < expected.length; t++) {
            // When
            float[] power = new float[stft.bins()];
            float[] mel = new float[bank.melBins()];
            stft.power(signal, signal.length, t, power);
            bank.apply(power, mel);

            // Then
            assertThat(mel).hasSameSizeAs(expected[t]);
            for (int band = 0; band < mel.length; band++) {
                assertThat(mel[band])
                        .as("spectrum %d, band %d", t, band)
                        .isCloseTo(expected[t][band], Percentage.withPercentage(0.01));
            }
        }
    }

    @Test
    void scale_isSlaneys() {
        assertThat(MelFilterBank.mel(200)).isCloseTo(3, within(1e-12));
        assertThat(MelFilterBank.mel(1000)).isCloseTo(15, within(1e-12));
        assertThat(MelFilterBank.mel(6400)).isCloseTo(42, within(1e-12));
        for (double hertz : new double[] {20, 999, 1000, 1001, 20_000}) {
            assertThat(MelFilterBank.hertz(MelFilterBank.mel(hertz))).isCloseTo(hertz, within(1e-9));
        }
    }

    @Test
    void bandsBetweenTheFirstAndTheLastTop_addUpToOne() {
        var bank = new MelFilterBank(48_000, 4096, 40, 100, 12_000);
        float[] flat = new float[2049];
        flat[300] = 1;
        float[] mel = new float[40];
        bank.apply(flat, mel);
        float sum = 0;
        for (float band : mel) {
            sum += band;
        }

        assertThat(sum).isCloseTo(1, within(1e-6f));
    }

    @Test
    void bandsAboveNyquist_areEmpty() {
        var bank = new MelFilterBank(16_000, 1024, 64, 20, 20_000);
        float[] power = new float[513];
        Arrays.fill(power, 1);
        float[] mel = new float[64];
        bank.apply(power, mel);

        assertThat(mel[40]).isPositive();
        assertThat(mel[63]).isZero();
    }

    @Test
    void rejects_anEmptyRange() {
        assertThatThrownBy(() -> new MelFilterBank(44_100, 1024, 64, 8000, 8000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8000.0 to 8000.0 Hz");
    }
}
