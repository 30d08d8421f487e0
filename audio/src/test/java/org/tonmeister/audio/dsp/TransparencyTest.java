package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All-neutral parameters give back every sample of a source below the ceiling, bit for bit. */
class TransparencyTest {
    private static final int[] RATES = {44_100, 48_000, 96_000};

    static Stream<Arguments> ratesAndBits() {
        return Stream.of(16, 24, 32).flatMap(bits -> Arrays.stream(RATES).mapToObj(rate -> Arguments.of(rate, bits)));
    }

    @ParameterizedTest(name = "{1} bits at {0} Hz")
    @MethodSource("ratesAndBits")
    void neutralChangesNoBit(int rate, int bits) {
        // Given music as a file of that depth holds it, its true peak just below the ceiling
        float[][] source = quantised(Signals.programme(rate, bits, 3 * rate), bits);
        assertThat(new Oversampler().truePeakDb(head(source, rate / 10))).isBetween(-6.0, -1.06);
        assertThat(Decibels.ofAmplitude(Signals.peak(source))).isBetween(-6.0, -1.5);

        // When
        var renderer = new MixRenderer(new MixChain(rate, Parameters.neutral(), ChainOptions.defaults()));
        float[][] out = Render.through(renderer, source, () -> 4096);

        // Then
        assertThat(out).isDeepEqualTo(source);
        assertThat(renderer.gainReduction()).isEqualTo(new GainReduction(0, 0, 0, 0));
    }

    @ParameterizedTest(name = "{1} bits at {0} Hz")
    @MethodSource("ratesAndBits")
    void strengthZeroChangesNoBitEither(int rate, int bits) {
        float[][] source = quantised(Signals.programme(rate, bits + 1, rate), bits);
        double[] any = new SplittableRandom(bits).doubles(Parameters.COUNT).toArray();

        float[][] out = Render.through(rate, Parameters.of(any).scaledBy(0), ChainOptions.defaults(), source);

        assertThat(out).isDeepEqualTo(source);
    }

    /** Scaled to a peak of -2 dBFS and rounded; 32 bits are left as floats are. */
    private static float[][] quantised(float[][] signal, int bits) {
        double gain = Decibels.toAmplitude(-2) / Signals.peak(signal);
        double steps = Math.pow(2, bits - 1);
        for (float[] channel : signal) {
            for (int i = 0; i < channel.length; i++) {
                double x = gain * channel[i];
                channel[i] = (float) (bits == 32 ? x : Math.rint(x * steps) / steps);
            }
        }
        return signal;
    }

    private static float[][] head(float[][] signal, int frames) {
        return new float[][] {
            Arrays.copyOf(signal[0], frames), Arrays.copyOf(signal[1], frames),
        };
    }
}
