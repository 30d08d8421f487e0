package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetServoTest {
    /** Tall and short on one side of zero, low and long on the other, in bursts: its mean is zero, until it is limited. */
    private static float[][] lopsided(int rate, int seconds) {
        float[][] signal = new float[2][seconds * rate];
        int period = rate / 40;
        for (int i = 0; i < signal[0].length; i++) {
            boolean on = i % (rate / 2) < rate / 4 / period * period;
            float wave = i % period < period / 8 ? 0.7f : -0.1f;
            signal[0][i] = on ? 4 * wave : 0;
            signal[1][i] = -signal[0][i];
        }
        // The eighth of a period in whole frames leaves a small mean, which is not the limiter's doing.
        for (float[] channel : signal) {
            float mean = (float) mean(channel, 0, channel.length);
            for (int i = 0; i < channel.length; i++) {
                channel[i] -= mean;
            }
        }
        return signal;
    }

    private static double mean(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i];
        }
        return sum / (to - from);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aLimitedLopsidedWaveHasNoOffset(int rate) {
        float[][] signal = lopsided(rate, 20);
        assertThat(mean(signal[0], 0, 20 * rate)).isCloseTo(0, within(1e-6));

        float[][] out = Signals.through(new Limiter(rate, -1), signal);

        // −60 dBFS; without the servo it is −30.
        assertThat(mean(out[0], 0, 20 * rate)).isCloseTo(0, within(1e-3));
        assertThat(mean(out[1], 0, 20 * rate)).isCloseTo(0, within(1e-3));
        assertThat(mean(out[0], 10 * rate, 20 * rate)).isCloseTo(0, within(1e-3));
    }

    @Test
    void addsTheMeanOfWhatWasTaken() {
        var servo = new OffsetServo(48_000, 4);
        float[] samples = new float[4];

        for (int segment = 0; segment < 100_000; segment++) {
            samples = new float[4];
            servo.add(samples, 0, 1);
            servo.add(samples, 1, 3);
            servo.taken(0.4);
            servo.endSegment();
        }

        // But for the dead zone.
        for (float sample : samples) {
            assertThat(sample).isCloseTo(0.1f, within(4e-4f));
        }
    }

    @Test
    void ordinaryLimitingIsNotTouched() {
        var servo = new OffsetServo(48_000, 512);
        float[] samples = new float[512];

        for (int segment = 0; segment < 2000; segment++) {
            servo.add(samples, 0, 512);
            // Much is taken, from both sides by turns.
            servo.taken(segment % 2 == 0 ? 5 : -5);
            servo.endSegment();
        }

        assertThat(samples).containsOnly(0);
    }

    @Test
    void isStillAgainWhenNothingIsTaken() {
        var servo = new OffsetServo(48_000, 512);
        for (int segment = 0; segment < 100; segment++) {
            servo.taken(5);
            servo.endSegment();
        }
        float[] samples = new float[512];
        servo.add(samples, 0, 512);
        assertThat(samples[511]).isPositive();

        for (int segment = 0; segment < 1000; segment++) {
            servo.endSegment();
        }

        float[] later = new float[512];
        servo.add(later, 0, 512);
        assertThat(later).containsOnly(0);
    }
}
