package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.audio.filter.AtMasteringRates;

class TruePeakMeterTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @CsvSource({
        "15, 4, 0.5, 0, -6.0",
        "16, 4, 0.5, 45, -6.0",
        "17, 6, 0.5, 60, -6.0",
        "18, 8, 0.5, 67.5, -6.0",
        "19, 4, 1.41, 45, 3.0"
    })
    void ebu3341Cases15To19_readTheSinesAmplitude(
            int testCase, int period, double amplitude, double phase, double expectedDbtp) {
        for (int rate : new int[] {44_100, 48_000, 96_000}) {
            float[] sine = TestSignals.sine(rate, rate / (double) period, amplitude, phase, rate);
            fade(sine, rate / 100);

            assertThat(dbtp(rate, sine))
                    .as("case %d at %d Hz", testCase, rate)
                    .isBetween(expectedDbtp - 0.4, expectedDbtp + 0.2);
        }
    }

    /**
     * One period of fs/4, made at four times the rate, band-limited to half of fs and scaled to a peak of 1 there, so
     * that the true peak is known; then every fourth sample from an offset on.
     */
    @AtMasteringRates
    void ebu3341Cases20To23_readTheSamePeakAtEveryOffset(int rate) {
        double[] fine = bandLimited(TestSignals.sine(4.0 * rate, rate / 4.0, 1, 0, 16));
        for (int offset = 0; offset < 4; offset++) {
            float[] coarse = new float[fine.length / 4];
            for (int i = 0; i < coarse.length; i++) {
                coarse[i] = (float) fine[4 * i + offset];
            }

            assertThat(dbtp(rate, coarse)).as("case %d", 20 + offset).isBetween(-0.4, 0.2);
        }
    }

    @Test
    void sampleOnAPeak_isNeverReadLowerThanItself() {
        // A tone at Nyquist, which an interpolator must suppress.
        float[] tone = new float[1000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = i % 2 == 0 ? 0.7f : -0.7f;
        }

        assertThat(dbtp(tone)).isGreaterThanOrEqualTo(20 * Math.log10(0.7f));
    }

    @Test
    void peakInTheLastSamples_isReadWithoutWaitingForMore() {
        // Two equal samples: the peak lies between them, 2.1 dB above for a band-limited pulse.
        float[] end = new float[100];
        end[98] = 0.5f;
        end[99] = 0.5f;
        float[] followed = Arrays.copyOf(end, 200);

        assertThat(dbtp(end)).isEqualTo(dbtp(followed)).isGreaterThan(-6 + 1);
    }

    @Test
    void eitherChannel_setsThePeak() {
        float[] loud = TestSignals.sine(RATE, 1000, 0.5, 0, 4800);
        float[] quiet = TestSignals.sine(RATE, 1000, 0.1, 0, 4800);
        var left = new TruePeakMeter(RATE);
        var right = new TruePeakMeter(RATE);

        left.add(new float[][] {loud, quiet}, 4800);
        right.add(new float[][] {quiet, loud}, 4800);

        assertThat(left.dbtp()).isEqualTo(right.dbtp()).isCloseTo(-6.02, within(0.05));
    }

    @Test
    void blocksOfAnySize_giveTheSamePeak() {
        float[] noise = TestSignals.noiseAndSawtooth(20_000, 61);
        var cut = new TruePeakMeter(RATE);
        int at = 0;
        for (int size = 1; at < noise.length; size = (size * 5 + 2) % 6007) {
            int frames = Math.min(size, noise.length - at);
            float[] block = Arrays.copyOfRange(noise, at, at + frames);
            cut.add(TestSignals.stereo(block), frames);
            at += frames;
        }

        assertThat(cut.dbtp()).isEqualTo(dbtp(noise));
    }

    @Test
    void silence_readsTheFloor() {
        assertThat(dbtp(new float[1000])).isEqualTo(TruePeakMeter.SILENCE_DBTP);
        assertThat(new TruePeakMeter(RATE).dbtp()).isEqualTo(TruePeakMeter.SILENCE_DBTP);
    }

    @Test
    void rejects_aRateThatIsNone() {
        assertThatThrownBy(() -> new TruePeakMeter(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample rate");
    }

    private static double dbtp(float[] signal) {
        return dbtp(RATE, signal);
    }

    private static double dbtp(double rate, float[] signal) {
        var meter = new TruePeakMeter(rate);
        meter.add(TestSignals.stereo(signal), signal.length);
        return meter.dbtp();
    }

    private static void fade(float[] signal, int frames) {
        for (int i = 0; i < frames; i++) {
            signal[i] *= i / (float) frames;
            signal[signal.length - 1 - i] *= i / (float) frames;
        }
    }

    /** A Hann-windowed sinc with its corner at an eighth of the (fourfold) rate; the result has a peak of 1. */
    private static double[] bandLimited(float[] burst) {
        int reach = 400;
        double[] out = new double[2 * reach + burst.length];
        double peak = 0;
        for (int n = 0; n < out.length; n++) {
            for (int k = 0; k < burst.length; k++) {
                double x = n - k - reach;
                double sinc = x == 0 ? 1 : Math.sin(Math.PI * x / 4) / (Math.PI * x / 4);
                double hann = Math.abs(x) < reach ? 0.5 + 0.5 * Math.cos(Math.PI * x / reach) : 0;
                out[n] += burst[k] * sinc * hann / 4;
            }
            peak = Math.max(peak, Math.abs(out[n]));
        }
        for (int n = 0; n < out.length; n++) {
            out[n] /= peak;
        }
        return out;
    }
}
