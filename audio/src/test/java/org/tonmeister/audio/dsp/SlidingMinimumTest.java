package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingMinimumTest {
    private static final int LARGEST = 100;

    @Property
    void isTheMinimumOfTheWindow(
            @ForAll @IntRange(min = 1, max = 40) int window,
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = LARGEST) Integer> values) {
        int[] samples = values.stream().mapToInt(Integer::intValue).toArray();

        new SlidingMinimum(window, LARGEST).process(samples, samples.length);

        for (int i = 0; i < samples.length; i++) {
            int from = Math.max(0, i - window + 1);
            int expected =
                    values.subList(from, i + 1).stream().min(Integer::compare).orElseThrow();
            assertThat(samples[i]).isEqualTo(expected);
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
