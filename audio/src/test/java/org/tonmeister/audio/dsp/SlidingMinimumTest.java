package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingMinimumTest {
    private static final int LARGEST = 100;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 39, 40})
    void isTheMinimumOfTheWindow(int window) {
        var random = new Random(window);
        for (int length = 1; length <= 200; length += 1 + random.nextInt(12)) {
            int[] values = random.ints(length, 0, LARGEST + 1).toArray();
            int[] samples = values.clone();

            new SlidingMinimum(window, LARGEST).process(samples, samples.length);

            for (int i = 0; i < samples.length; i++) {
                int from = Math.max(0, i - window + 1);
                int expected = Arrays.stream(values, from, i + 1).min().orElseThrow();
                assertThat(samples[i]).as("value %d of %d", i, length).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void largestValuesNeedNotBeWritten(int window) {
        var random = new Random(window);
        var plain = new SlidingMinimum(window, LARGEST);
        var quick = new SlidingMinimum(window, LARGEST);
        for (int round = 0; round < 200; round++) {
            int length = 1 + random.nextInt(60);
            int[] values = random.ints(length, 0, LARGEST + 1).toArray();
            boolean allLargest = random.nextBoolean();
            if (allLargest) {
                Arrays.fill(values, LARGEST);
            }
            int[] expected = values.clone();
            plain.process(expected, length);

            if (allLargest) {
                Arrays.fill(values, -1);
                quick.processLargest(values, length);
            } else {
                quick.process(values, length);
            }

            assertThat(values).as("round %d", round).isEqualTo(expected);
        }
    }

    @Test
    void skippingIsTheSameAsLargestValues() {
        var minimum = new SlidingMinimum(5, LARGEST);
        minimum.process(new int[] {3}, 1);

        minimum.skip(3);
        assertThat(minimum.isEmpty()).isFalse();
        minimum.skip(2);
        assertThat(minimum.isEmpty()).isTrue();
    }
}
