package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {
    private static final double RATE = 44_100;

    /** Two of the four phases of ITU-R BS.1770-4, Annex 2; the other two are these backwards. */
    private static final double[][] BS_1770_PHASES = {
        {
            0.0017089843750,
            0.0109863281250,
            -0.0196533203125,
            0.0332031250000,
            -0.0594482421875,
            0.1373291015625,
            0.9721679687500,
            -0.1022949218750,
            0.0476074218750,
            -0.0266113281250,
            0.0148925781250,
            -0.0083007812500
        },
        {
            -0.0291748046875,
            0.0292968750000,
            -0.0517578125000,
            0.0891113281250,
            -0.1665039062500,
            0.4650878906250,
            0.7797851562500,
            -0.2003173828125,
            0.1015625000000,
            -0.0582275390625,
            0.0330810546875,
            -0.0189208984375
        }
    };

    /** The true peak in dBTP by the recommendation's own interpolator, which is not the limiter's. */
    private static double truePeakDb(float[][] signal) {
        double largest = 0;
        for (float[] channel : signal) {
            for (double[] phase : BS_1770_PHASES) {
                for (int n = phase.length - 1; n < channel.length; n++) {
                    double forwards = 0;
                    double backwards = 0;
                    for (int k = 0; k < phase.length; k++) {
                        forwards += phase[k] * channel[n - k];
                        backwards += phase[phase.length - 1 - k] * channel[n - k];
                    }
                    largest = Math.max(largest, Math.max(Math.abs(forwards), Math.abs(backwards)));
                }
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
