package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BiquadTest {
    @Test
    void impulseResponse_followsTheDifferenceEquation() {
        var filter = new Biquad(new BiquadCoefficients(0.5, 0.25, -0.125, -0.5, 0.25));

        // y[n] = 0.5 x[n] + 0.25 x[n-1] - 0.125 x[n-2] + 0.5 y[n-1] - 0.25 y[n-2], by hand.
        assertThat(filter.process(1)).isEqualTo(0.5);
        assertThat(filter.process(0)).isEqualTo(0.5);
        assertThat(filter.process(0)).isEqualTo(0);
        assertThat(filter.process(0)).isEqualTo(-0.125);
        assertThat(filter.process(0)).isEqualTo(-0.0625);
    }

    @AtMasteringRates
    void sine_isAmplifiedByTheMagnitudeOfTheResponse(int rate) {
        for (double frequency : new double[] {60, 1000, 7000}) {
            var c = BiquadCoefficients.highShelf(rate, 4000, 0.7, 9);

            assertThat(gainDb(c, rate, frequency)).isCloseTo(c.magnitudeDb(rate, frequency), within(1e-6));
        }
    }

    @AtMasteringRates
    void sine_hasABellsGainAtTheCentreAndHalfAShelfsAtTheCorner(int rate) {
        for (double gainDb : new double[] {-12, -3, 3, 12}) {
            assertThat(gainDb(BiquadCoefficients.peaking(rate, 1200, 0.7, gainDb), rate, 1200))
                    .isCloseTo(gainDb, within(1e-6));
            assertThat(gainDb(BiquadCoefficients.lowShelf(rate, 110, 0.7071, gainDb), rate, 110))
                    .isCloseTo(gainDb / 2, within(1e-6));
            assertThat(gainDb(BiquadCoefficients.highShelf(rate, 9000, 0.7071, gainDb), rate, 9000))
                    .isCloseTo(gainDb / 2, within(1e-6));
        }
    }

    @AtMasteringRates
    void constantAndNyquist_haveAShelfsFullGain(int rate) {
        var low = new Biquad(BiquadCoefficients.lowShelf(rate, 110, 0.7071, 12));
        var high = new Biquad(BiquadCoefficients.highShelf(rate, 9000, 0.7071, -12));
        double constant = 0;
        double alternating = 0;
        for (int i = 0; i < rate; i++) {
            constant = low.process(1);
            alternating = high.process(i % 2 == 0 ? 1 : -1);
        }

        assertThat(20 * Math.log10(constant)).isCloseTo(12, within(1e-6));
        assertThat(20 * Math.log10(Math.abs(alternating))).isCloseTo(-12, within(1e-6));
    }

    /** Of the running filter, over the second of two seconds. */
    private static double gainDb(BiquadCoefficients c, int rate, double frequency) {
        var filter = new Biquad(c);
        double in = 0;
        double out = 0;
        for (int i = 0; i < 2 * rate; i++) {
            double x = Math.sin(2 * Math.PI * frequency * i / rate);
            double y = filter.process(x);
            if (i >= rate) {
                in += x * x;
                out += y * y;
            }
        }
        return 10 * Math.log10(out / in);
    }

    @AtMasteringRates
    void gainAndItsOpposite_restoreTheSignal(int rate) {
        float[] noise = noise(20_000);
        for (double gainDb : new double[] {-12, -3, 3, 12}) {
            // Given
            double[] x = new double[noise.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = noise[i];
            }

            // When
            restore(
                    x,
                    BiquadCoefficients.peaking(rate, 1200, 0.7, gainDb),
                    BiquadCoefficients.peaking(rate, 1200, 0.7, -gainDb));
            restore(
                    x,
                    BiquadCoefficients.lowShelf(rate, 110, 0.7, gainDb),
                    BiquadCoefficients.lowShelf(rate, 110, 0.7, -gainDb));
            restore(
                    x,
                    BiquadCoefficients.highShelf(rate, 9000, 0.7, gainDb),
                    BiquadCoefficients.highShelf(rate, 9000, 0.7, -gainDb));

            // Then
            double error = 0;
            for (int i = 0; i < x.length; i++) {
                error = Math.max(error, Math.abs(x[i] - noise[i]));
            }
            assertThat(error).isLessThan(1e-9);
        }
    }

    private static void restore(double[] x, BiquadCoefficients there, BiquadCoefficients back) {
        var first = new Biquad(there);
        var second = new Biquad(back);
        for (int i = 0; i < x.length; i++) {
            x[i] = second.process(first.process(x[i]));
        }
    }

    @AtMasteringRates
    void blocksOfAnySize_giveTheSameAsSingleSamples(int rate) {
        var c = BiquadCoefficients.peaking(rate, 300, 2, 7);
        float[] single = noise(5000);
        float[] blocks = single.clone();
        var one = new Biquad(c);
        var other = new Biquad(c);

        for (int i = 0; i < single.length; i++) {
            single[i] = (float) one.process(single[i]);
        }
        int at = 0;
        for (int size = 0; at < blocks.length; size = (size * 7 + 1) % 401) {
            int frames = Math.min(size, blocks.length - at);
            other.process(blocks, at, frames);
            at += frames;
        }

        assertThat(blocks).isEqualTo(single);
    }

    @AtMasteringRates
    void silenceAfterSound_endsInExactZerosWithoutSubnormals(int rate) {
        var filter = new Biquad(BiquadCoefficients.lowShelf(rate, 30, 0.7, 12));
        filter.process(1);
        double y = 1;
        int tiny = 0;
        for (int i = 0; i < 10 * rate; i++) {
            y = filter.process(0);
            tiny += y == 0 || Math.abs(y) > 1e-40 ? 0 : 1;
        }

        assertThat(tiny).isZero();
        assertThat(y).isZero();
    }

    private static float[] noise(int frames) {
        var random = new Random(7);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        return noise;
    }
}
