package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MultiResolutionStftTest {
    private static final int FRAMES = 40_000;
    private static final Offset<Double> CLOSE = within(1e-5);

    private final MultiResolutionStft stft = new MultiResolutionStft();

    @Test
    void distance_isTheOneThatNumPyComputes() {
        // Given
        float[][] reference = reference();
        float[][] sound = {scaled(reference[0], 0.5f), TestSignals.noiseAndSawtooth(FRAMES, 113)};

        // When
        SpectralDistance distance = stft.distance(sound, reference);

        // Then: by numpy.fft.rfft of frames of numpy.pad(…, mode="reflect")
        assertThat(distance.convergence()).isCloseTo(0.62452243, CLOSE);
        assertThat(distance.logMagnitude()).isCloseTo(0.46881466, CLOSE);
        assertThat(distance.magnitude()).isCloseTo(1.77262384, within(1e-4));
    }

    @Test
    void distance_ofASoundAndItself_isNothing() {
        assertThat(stft.distance(reference(), reference())).isEqualTo(new SpectralDistance(0, 0, 0));
    }

    @Test
    void halfTheLevel_isHalfTheConvergence_andTheLogarithmOfTwo() {
        // Given
        float[][] reference = reference();
        float[][] sound = {scaled(reference[0], 0.5f), scaled(reference[1], 0.5f)};

        // When
        SpectralDistance distance = stft.distance(sound, reference);

        // Then
        assertThat(distance.convergence()).isCloseTo(0.5, within(1e-12));
        assertThat(distance.logMagnitude()).isCloseTo(Math.log(2), within(1e-5));
        assertThat(distance.total()).isEqualTo(distance.convergence() + distance.logMagnitude());
        assertThat(distance.withoutConvergence()).isEqualTo(distance.magnitude() + distance.logMagnitude());
    }

    @Test
    void refuses_soundsThatAreTooShort_orDiffer() {
        assertThatThrownBy(() -> stft.distance(new float[2][16_384], new float[2][16_384]))
                .hasMessageContaining("at least 16385 frames");
        assertThatThrownBy(() -> stft.distance(new float[2][20_000], new float[2][20_001]))
                .hasMessageContaining("20000 and 20001");
    }

    private static float[][] reference() {
        return new float[][] {
            TestSignals.noiseAndSawtooth(FRAMES, 61), TestSignals.noiseAndSawtooth(FRAMES, 97),
        };
    }

    private static float[] scaled(float[] signal, float factor) {
        float[] scaled = new float[signal.length];
        for (int i = 0; i < signal.length; i++) {
            scaled[i] = factor * signal[i];
        }
        return scaled;
    }
}
