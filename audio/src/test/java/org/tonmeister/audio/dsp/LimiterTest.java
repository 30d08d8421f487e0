package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.AtMasteringRates;

class LimiterTest {
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

    /** An interpolator four times as fine, with taps of its own, on what passes a converter: {@link Oversampler}. */
    @AtMasteringRates
    void hardSignalsStayBelowTheCeilingByASixteenfoldInterpolator(int rate) {
        var judge = new Oversampler();
        hardSignals(rate).forEach((name, signal) -> {
            for (float[] channel : signal) {
                Arrays.fill(channel, channel.length - 2000, channel.length, 0);
            }
            float[][] passed = Oversampler.bandLimited(signal);
            assertThat(judge.truePeakDb(passed)).as(name).isGreaterThan(0);

            float[][] out = Signals.through(new Limiter(rate, -3), passed);

            assertThat(judge.truePeakDb(out)).as(name).isBetween(-4.0, -2.95);
        });
    }

    /** No interpolator of finite length sees what noise does just below Nyquist; how much is missed has a bound. */
    @AtMasteringRates
    void noiseUpToNyquistPassesTheCeilingByLittle(int rate) {
        float[][] noise = Signals.scaled(Signals.noise(2, 1, rate / 4), 9);

        float[][] out = Signals.through(new Limiter(rate, -3), noise);

        assertThat(new Oversampler().truePeakDb(out)).isLessThan(-2);
    }

    private static Map<String, float[][]> hardSignals(int rate) {
        int frames = rate / 4;
        float[][] noise = Signals.noise(2, 1, frames);
        return Map.of(
                "random squares",
                Signals.stereo(frames, i -> 2 * Math.signum(noise[0][i]), i -> 2 * Math.signum(noise[1][i])),
                "white noise",
                Signals.scaled(noise, 9),
                "clicks",
                Signals.stereo(frames, i -> i % 2500 == 1000 ? 3 : 0, i -> i % 2500 == 1001 ? -3 : 0),
                "quarter-rate tone between its samples",
                Signals.stereo(frames, i -> 2 * Math.sin(Math.PI / 2 * i + Math.PI / 4), i -> 0),
                "tone at 0.41 of the rate, switched",
                Signals.stereo(frames, i -> 0, i -> i / 3000 % 2 * 3 * Math.sin(2 * Math.PI * 0.41 * i)),
                "bass drum on a chord",
                Signals.stereo(
                        frames,
                        i -> 3 * Math.exp(-i % 4000 / 1500.0) * Math.sin(2 * Math.PI * 55 * i / rate)
                                + 0.5 * Math.sin(2 * Math.PI * 3111 * i / rate),
                        i -> 0.5 * Math.sin(2 * Math.PI * 7777 * i / rate)),
                "overdriven programme",
                Signals.scaled(Signals.programme(rate, 3, frames), 15));
    }

    @AtMasteringRates
    void belowTheCeilingSamplesAreOnlyDelayed(int rate) {
        float[][] quiet = Signals.noise(3, 0.3, rate);

        Limiter limiter = new Limiter(rate, -1);
        float[][] out = Signals.through(limiter, quiet);

        int latency = limiter.latencyFrames();
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOfRange(out[c], latency, rate))
                    .isEqualTo(Arrays.copyOfRange(quiet[c], 0, rate - latency));
        }
        assertThat(limiter.maxReductionDb()).isZero();
        assertThat(limiter.limitedShare()).isZero();
    }

    @AtMasteringRates
    void isTransparentAgainAfterItHasLetGo(int rate) {
        float[][] signal = Signals.noise(4, 0.3, 3 * rate);
        Arrays.fill(signal[0], rate / 4, rate / 4 + rate / 20, 3f);

        Limiter limiter = new Limiter(rate, -1);
        float[][] out = Signals.through(limiter, signal);

        int from = 2 * rate;
        int latency = limiter.latencyFrames();
        assertThat(limiter.maxReductionDb()).isGreaterThan(10);
        assertThat(Arrays.copyOfRange(out[1], from + latency, 3 * rate))
                .isEqualTo(Arrays.copyOfRange(signal[1], from, 3 * rate - latency));
    }

    @AtMasteringRates
    void looksAheadForSixMillisecondsAtMost(int rate) {
        double seconds = (double) new Limiter(rate, -1).latencyFrames() / rate;

        assertThat(seconds).isBetween(0.005, 0.006);
    }

    @AtMasteringRates
    void takesBothChannelsDownAlike(int rate) {
        float[][] signal = Signals.sine(rate, 1000, 6, rate);
        for (int i = 0; i < rate; i++) {
            signal[1][i] *= 0.01f;
        }

        float[][] out = Signals.through(new Limiter(rate, -1), signal);

        double left = Signals.rmsDb(out[0], rate / 2, rate);
        double right = Signals.rmsDb(out[1], rate / 2, rate);
        assertThat(left - right).isCloseTo(40, within(0.001));
        assertThat(left).isCloseTo(-1 - 3.01, within(0.15));
    }

    @AtMasteringRates
    void steadyBassIsTurnedDownAndNotBent(int rate) {
        // Given 50 Hz at +9 dBFS; the gain must not follow its wave
        float[][] bass = Signals.sine(rate, 50, 9, 6 * rate);

        float[][] out = Signals.through(new Limiter(rate, -1), bass);

        // Then what is left after the fundamental over one second is distortion, once the onset is forgotten
        double re = 0;
        double im = 0;
        for (int i = 5 * rate; i < 6 * rate; i++) {
            double phase = 2 * Math.PI * 50 * i / rate;
            re += out[0][i] * Math.sin(phase);
            im += out[0][i] * Math.cos(phase);
        }
        double fundamental = 2 * (re * re + im * im) / rate;
        double rest = Signals.energy(out[0], 5 * rate, 6 * rate) - fundamental;
        assertThat(Decibels.ofPower(Math.abs(rest) / fundamental)).isLessThan(-80);
    }
}
