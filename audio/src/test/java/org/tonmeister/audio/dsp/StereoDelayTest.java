package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StereoDelayTest {
    private static Stage fullSend(double rate) {
        return Send.of(() -> new StereoDelay(rate, StereoDelay.DEFAULT_SECONDS), rate, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 48_000, 96_000, 192_000})
    void repeatsComeEvery350Milliseconds(double rate) {
        // Given
        int frames = (int) (1.2 * rate);
        float[][] impulse = Signals.silence(frames);
        impulse[0][0] = 1;

        // When
        float[][] out = Signals.through(fullSend(rate), impulse);

        // Then the first two repeats start where they must, and nothing lies between
        int delay = (int) Math.round(0.350 * rate);
        assertThat(Signals.energy(out[0], 1, delay)).isZero();
        assertThat(out[0][delay]).isNotZero();
        int ring = (int) (0.1 * rate);
        assertThat(Signals.energy(out[0], delay + ring, 2 * delay)).isLessThan(1e-12);
        double first = Signals.energy(out[0], delay, delay + ring);
        double second = Signals.energy(out[0], 2 * delay, 2 * delay + ring);
        assertThat(Decibels.ofPower(second / first)).isBetween(-16.0, -9.0);
    }

    @Test
    void staysOnItsSide() {
        float[][] noise = Signals.noise(1, 0.5, 44_100);
        noise[1] = new float[44_100];

        float[][] out = Signals.through(fullSend(44_100), noise);

        assertThat(Signals.energy(out[1], 0, 44_100)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 192_000})
    void fullSendReturnsSixLufsBelowTheDrySound(double rate) {
        float[][] pink = Signals.pinkNoise(rate, 4, 1, (int) (10 * rate));

        float[][] out = Signals.through(fullSend(rate), pink);

        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < pink[c].length; i++) {
                out[c][i] -= pink[c][i];
            }
        }
        assertThat(Signals.weightedDb(rate, out) - Signals.weightedDb(rate, pink))
                .isCloseTo(-6, within(0.5));
    }

    @Test
    void wetAmplitudeIsLinearInTheSend() {
        float[][] impulse = Signals.silence(44_100);
        impulse[0][0] = 1;

        float[][] full = Signals.through(fullSend(44_100), impulse);
        float[][] quarter = Signals.through(Send.of(() -> new StereoDelay(44_100, 0.35), 44_100, 0.25), impulse);

        double difference = Signals.rmsDb(quarter[0], 1, 44_100) - Signals.rmsDb(full[0], 1, 44_100);
        assertThat(difference).isCloseTo(20 * Math.log10(0.25), within(0.001));
    }

    @Test
    void decaysToExactSilence() {
        Stage send = fullSend(8000);
        Signals.through(send, Signals.noise(9, 1, 8000));
        float[][] block = Signals.silence(512);
        for (int i = 0; i < 60 * 8000 / 512; i++) {
            block = Signals.through(send, Signals.silence(512));
            send.settle();
        }

        assertThat(block).isDeepEqualTo(Signals.silence(512));
    }
}
