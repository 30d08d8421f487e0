package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpectralCentroidTest {
    private static final int RATE = 44_100;

    private final SpectralCentroid centroid = new SpectralCentroid();

    @Test
    void hz_isTheOneThatNumPyComputes() {
        float[][] stereo = {TestSignals.noiseAndSawtooth(40_000, 61), TestSignals.noiseAndSawtooth(40_000, 97)};
        assertThat(centroid.hz(stereo, RATE)).isCloseTo(10188.622, within(0.1));
    }

    @Test
    void hz_ofATone_isItsFrequency() {
        float[] tone = TestSignals.sine(RATE, 5000, 0.5, 0, RATE);
        assertThat(centroid.hz(TestSignals.stereo(tone), RATE)).isCloseTo(5000, within(10.0));
    }

    @Test
    void silence_doesNotCount() {
        // Given: half a second of a tone, and as much silence
        float[] tone = TestSignals.sine(RATE, 5000, 0.5, 0, RATE);
        double whole = centroid.hz(TestSignals.stereo(Arrays.copyOf(tone, 2048 + 20 * 512)), RATE);
        float[] half = Arrays.copyOf(Arrays.copyOf(tone, 2048 + 20 * 512), RATE);

        // Then
        assertThat(centroid.hz(TestSignals.stereo(half), RATE)).isCloseTo(whole, within(200.0));
        assertThat(centroid.hz(new float[2][RATE], RATE)).isZero();
    }
}
