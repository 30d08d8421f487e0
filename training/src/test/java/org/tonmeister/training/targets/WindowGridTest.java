package org.tonmeister.training.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.audio.codec.WindowCutter;

class WindowGridTest {
    private static final int RATE = 8000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7999, 8000, 40_000, 47_999, 48_000, 48_001, 87_999, 88_000, 200_000, 300_000})
    void windows_areThoseOfTheCutter(int frames) throws Exception {
        // Given
        int[] left = {frames};
        var cutter = new WindowCutter(
                (block, most) -> {
                    int count = Math.min(most, left[0]);
                    left[0] -= count;
                    return count == 0 ? -1 : count;
                },
                RATE);

        // When
        var grid = new WindowGrid(frames, RATE);

        // Then
        List<Integer> cut = new ArrayList<>();
        while (cutter.next()) {
            cut.add(cutter.frames());
        }
        List<Integer> laid = new ArrayList<>();
        int start = 0;
        for (int window = 0; window < grid.count(); window++) {
            assertThat(grid.start(window)).isEqualTo(start);
            laid.add(grid.frames(window));
            start += grid.frames(window);
        }
        assertThat(laid).isEqualTo(cut);
        assertThat(start).isEqualTo(frames);
    }

    @Test
    void picks_evenly() {
        var grid = new WindowGrid(60 * RATE, RATE);

        assertThat(grid.evenly(1)).containsExactly(6);
        assertThat(grid.evenly(4)).containsExactly(1, 4, 7, 10);
        assertThat(grid.evenly(24)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }
}
