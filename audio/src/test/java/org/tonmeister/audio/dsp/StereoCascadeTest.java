package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.filter.Biquad;
import org.tonmeister.audio.filter.BiquadCoefficients;

class StereoCascadeTest {
    private static final double RATE = 48_000;
    private static final int FRAMES = 5000;
    private static final List<BiquadCoefficients> SECTIONS = List.of(
            BiquadCoefficients.lowShelf(RATE, 110, 0.7, 9),
            BiquadCoefficients.peaking(RATE, 1200, 0.7, -6),
            BiquadCoefficients.peaking(RATE, 4000, 1, 12),
            BiquadCoefficients.highShelf(RATE, 10_000, 0.7, -3));

    private static float[] noise(long seed) {
        var random = new Random(seed);
        float[] noise = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            noise[i] = random.nextFloat(-0.5f, 0.5f);
        }
        return noise;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void isTheSameAsItsSectionsOneByOne(int count) {
        List<BiquadCoefficients> sections = SECTIONS.subList(0, count);
        float[] left = noise(1);
        float[] right = noise(2);

        new StereoCascade(sections).process(left, right, 0, FRAMES);

        float[][] expected = {noise(1), noise(2)};
        for (float[] channel : expected) {
            double[] exact = new double[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                exact[i] = channel[i];
            }
            for (BiquadCoefficients section : sections) {
                var biquad = new Biquad(section);
                for (int i = 0; i < FRAMES; i++) {
                    exact[i] = biquad.process(exact[i]);
                }
            }
            float[] actual = channel == expected[0] ? left : right;
            for (int i = 0; i < FRAMES; i++) {
                assertThat((double) actual[i]).isCloseTo(exact[i], within(1e-7));
            }
        }
    }

    @Test
    void withoutSectionsPassesEverySampleUnchanged() {
        float[] left = noise(1);
        float[] right = noise(2);

        new StereoCascade(List.of()).process(left, right, 0, FRAMES);

        assertThat(left).isEqualTo(noise(1));
        assertThat(right).isEqualTo(noise(2));
    }

    @Test
    void refusesAFifthSection() {
        assertThatThrownBy(() -> new StereoCascade(Collections.nCopies(5, SECTIONS.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 sections");
    }
}
