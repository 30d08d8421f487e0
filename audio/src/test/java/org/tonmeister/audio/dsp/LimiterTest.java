package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.TruePeakInterpolator;

class LimiterTest {
    private static final double RATE = 44_100;

    /** The true peak by BS.1770-4 in dBTP. */
    private static double truePeakDb(float[][] signal) {
        float largest = 0;
        for (float[] channel : signal) {
            float[] peaks = new float[channel.length];
            new TruePeakInterpolator().peaks(channel, 0, channel.length, peaks, 0);
            for (float peak : peaks) {
                largest = Math.max(largest, peak);
            }
        }
        return Decibels.ofAmplitude(largest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8000, 44_100, 48_000, 96_000, 192_000})
    void overdrivenProgrammeStaysBelowTheCeiling(double rate) {
        float[][] hot = Signals.scaled(Signals.programme(rate, 1, (int) (3 * rate)), 12);
        assertThat(truePeakDb(hot)).isGreaterThan(6);

        Limiter limiter = new Limiter(rate, -1);
        float[][] out = Signals.through(limiter, hot);

        assertThat(truePeakDb(out)).isBetween(-1.6, -1.0);
        assertThat(limiter.maxReductionDb()).isGreaterThan(6);
        assertThat(limiter.limitedShare()).isBetween(0.05, 1.0);
    }

    @Test
    void hardSignalsStayBelowTheCeiling() {
        // Given: full-scale random squares, a click train and a tone at fs/4 between its samples
        float[][] noise = Signals.noise(2, 1, 60_000);
        float[][][] signals = {
            Signals.stereo(60_000, i -> 2 * Math.signum(noise[0][i]), i -> 2 * Math.signum(noise[1][i])),
            Signals.stereo(60_000, i -> i % 5000 == 0 ? 3 : 0, i -> i % 5000 == 1 ? -3 : 0),
            Signals.stereo(60_000, i -> 2 * Math.sin(Math.PI / 2 * i + Math.PI / 4), i -> 0),
        };
        for (float[][] signal : signals) {
            assertThat(truePeakDb(Signals.through(new Limiter(RATE, -3), signal)))
                    .isLessThanOrEqualTo(-3);
        }
    }

    @Test
    void belowTheCeilingSamplesAreOnlyDelayed() {
        float[][] quiet = Signals.noise(3, 0.3, 50_000);

        Limiter limiter = new Limiter(RATE, -1);
        float[][] out = Signals.through(limiter, quiet);

        int latency = limiter.latencyFrames();
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOfRange(out[c], latency, 50_000))
                    .isEqualTo(Arrays.copyOfRange(quiet[c], 0, 50_000 - latency));
        }
        assertThat(limiter.maxReductionDb()).isZero();
        assertThat(limiter.limitedShare()).isZero();
    }

    @Test
    void isTransparentAgainAfterItHasLetGo() {
        float[][] signal = Signals.noise(4, 0.3, 3 * 44_100);
        Arrays.fill(signal[0], 10_000, 12_000, 3f);

        Limiter limiter = new Limiter(RATE, -1);
        float[][] out = Signals.through(limiter, signal);

        int from = 2 * 44_100;
        int latency = limiter.latencyFrames();
        assertThat(Arrays.copyOfRange(out[1], from + latency, 3 * 44_100))
                .isEqualTo(Arrays.copyOfRange(signal[1], from, 3 * 44_100 - latency));
    }

    @Test
    void takesBothChannelsDownAlike() {
        float[][] signal = Signals.sine(RATE, 1000, 6, 44_100);
        for (int i = 0; i < 44_100; i++) {
            signal[1][i] *= 0.01f;
        }

        float[][] out = Signals.through(new Limiter(RATE, -1), signal);

        double left = Signals.rmsDb(out[0], 22_050, 44_100);
        double right = Signals.rmsDb(out[1], 22_050, 44_100);
        assertThat(left - right).isCloseTo(40, within(0.001));
        assertThat(left).isCloseTo(-1 - 3.01, within(0.15));
    }

    @Test
    void steadyBassIsTurnedDownAndNotBent() {
        // Given 50 Hz at +9 dBFS; the gain must not follow its wave
        float[][] bass = Signals.sine(RATE, 50, 9, 2 * 44_100);

        float[][] out = Signals.through(new Limiter(RATE, -1), bass);

        // Then what is left after the fundamental over one second is distortion
        double re = 0;
        double im = 0;
        for (int i = 44_100; i < 88_200; i++) {
            double phase = 2 * Math.PI * 50 * i / RATE;
            re += out[0][i] * Math.sin(phase);
            im += out[0][i] * Math.cos(phase);
        }
        double fundamental = 2 * (re * re + im * im) / 44_100;
        double rest = Signals.energy(out[0], 44_100, 88_200) - fundamental;
        assertThat(Decibels.ofPower(Math.abs(rest) / fundamental)).isLessThan(-60);
    }
}
