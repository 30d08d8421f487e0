package org.tonmeister.audio.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BiquadTest {
    private static final double RATE = 48_000;

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

    @ParameterizedTest
    @ValueSource(doubles = {60, 1000, 7000})
    void sine_isAmplifiedByTheMagnitudeOfTheResponse(double frequency) {
        var c = BiquadCoefficients.highShelf(RATE, 4000, 0.7, 9);
        var filter = new Biquad(c);
        double in = 0;
        double out = 0;
        for (int i = 0; i < 96_000; i++) {
            double x = Math.sin(2 * Math.PI * frequency * i / RATE);
            double y = filter.process(x);
            if (i >= 48_000) {
                in += x * x;
                out += y * y;
            }
        }

        assertThat(10 * Math.log10(out / in)).isCloseTo(c.magnitudeDb(RATE, frequency), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -3, 3, 12})
    void gainAndItsOpposite_restoreTheSignal(double gainDb) {
        // Given
        float[] noise = noise(20_000);
        double[] x = new double[noise.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = noise[i];
        }

        // When
        restore(
                x,
                BiquadCoefficients.peaking(RATE, 1200, 0.7, gainDb),
                BiquadCoefficients.peaking(RATE, 1200, 0.7, -gainDb));
        restore(
                x,
                BiquadCoefficients.lowShelf(RATE, 110, 0.7, gainDb),
                BiquadCoefficients.lowShelf(RATE, 110, 0.7, -gainDb));
        restore(
                x,
                BiquadCoefficients.highShelf(RATE, 9000, 0.7, gainDb),
                BiquadCoefficients.highShelf(RATE, 9000, 0.7, -gainDb));

        // Then
        for (int i = 0; i < x.length; i++) {
            assertThat(x[i]).isCloseTo(noise[i], within(1e-6));
        }
    }

    private static void restore(double[] x, BiquadCoefficients there, BiquadCoefficients back) {
        var first = new Biquad(there);
        var second = new Biquad(back);
        for (int i = 0; i < x.length; i++) {
            x[i] = second.process(first.process(x[i]));
        }
    }

    @Test
    void blocksOfAnySize_giveTheSameAsSingleSamples() {
        var c = BiquadCoefficients.peaking(RATE, 300, 2, 7);
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

    @Test
    void silenceAfterSound_endsInExactZerosWithoutSubnormals() {
        var filter = new Biquad(BiquadCoefficients.lowShelf(RATE, 30, 0.7, 12));
        filter.process(1);
        double y = 1;
        for (int i = 0; i < 480_000; i++) {
            y = filter.process(0);
            assertThat(y == 0 || Math.abs(y) > 1e-40).isTrue();
        }

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
