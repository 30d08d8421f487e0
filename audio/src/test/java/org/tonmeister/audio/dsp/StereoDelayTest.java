package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;

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

    @AtMasteringRates
    void staysOnItsSide(int rate) {
        float[][] noise = Signals.noise(1, 0.5, rate);
        noise[1] = new float[rate];

        float[][] out = Signals.through(fullSend(rate), noise);

        assertThat(Signals.energy(out[1], 0, rate)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 48_000, 96_000, 192_000})
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

    @AtMasteringRates
    void wetAmplitudeIsLinearInTheSend(int rate) {
        float[][] impulse = Signals.silence(rate);
        impulse[0][0] = 1;

        float[][] full = Signals.through(fullSend(rate), impulse);
        float[][] quarter = Signals.through(Send.of(() -> new StereoDelay(rate, 0.35), rate, 0.25), impulse);

        double difference = Signals.rmsDb(quarter[0], 1, rate) - Signals.rmsDb(full[0], 1, rate);
        assertThat(difference).isCloseTo(20 * Math.log10(0.25), within(0.001));
    }

    @AtMasteringRates
    void decaysToExactSilenceWithoutSubnormalNumbers(int rate) {
        Stage send = fullSend(rate);
        Signals.through(send, Signals.noise(9, 1, rate));
        float[][] block = Signals.silence(512);
        for (int i = 0; i < 30 * rate / 512; i++) {
            block = Signals.through(send, Signals.silence(512));
            send.settle();
            if (i % 100 == 0) {
                assertThat(Subnormals.in(send)).as("block %d", i).isEmpty();
                assertThat(Signals.countSubnormal(block)).isZero();
            }
        }

        assertThat(block).isDeepEqualTo(Signals.silence(512));
    }
}
