package org.tonmeister.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowCutterTest {
    private static final int RATE = 100;

    /** Gives {@code frames} frames that count up from 0 in the left channel and down in the right, in odd portions. */
    private static WindowCutter.Source counting(int frames) {
        int[] position = {0};
        return (block, maxFrames) -> {
            int count = Math.min(Math.min(maxFrames, 37), frames - position[0]);
            for (int i = 0; i < count; i++) {
                block[0][i] = position[0] + i;
                block[1][i] = -(position[0] + i);
            }
            position[0] += count;
            return count == 0 ? -1 : count;
        };
    }

    private static List<Integer> lengths(int frames) throws Exception {
        var cutter = new WindowCutter(counting(frames), RATE);
        var lengths = new ArrayList<Integer>();
        while (cutter.next()) {
            lengths.add(cutter.frames());
        }
        return lengths;
    }

    @ParameterizedTest
    @CsvSource({
        "0, ''",
        "1, 1",
        "500, 500",
        "501, 501",
        "599, 599",
        "600, '500,100'",
        "601, '500,101'",
        "1000, '500,500'",
        "1099, '500,599'",
        "1100, '500,500,100'",
        "1520, '500,500,520'"
    })
    void cutsIntoFiveSecondsAndJoinsAShortTail(int frames, String expected) throws Exception {
        assertThat(lengths(frames).toString().replace(" ", "")).isEqualTo("[" + expected + "]");
    }

    @Test
    void everyFrameComesOnceAndInOrder() throws Exception {
        var cutter = new WindowCutter(counting(2345), RATE);
        int expected = 0;
        while (cutter.next()) {
            for (int i = 0; i < cutter.frames(); i++, expected++) {
                assertThat(cutter.samples()[0][i]).isEqualTo(expected);
                assertThat(cutter.samples()[1][i]).isEqualTo(-expected);
            }
        }
        assertThat(expected).isEqualTo(2345);
    }

    @ParameterizedTest
    @CsvSource({"500", "600", "1000", "1099", "1100"})
    void onlyTheLastWindowIsLast(int frames) throws Exception {
        var cutter = new WindowCutter(counting(frames), RATE);
        int lasts = 0;
        boolean wasLast = false;
        while (cutter.next()) {
            wasLast = cutter.last();
            lasts += wasLast ? 1 : 0;
        }
        assertThat(wasLast).isTrue();
        assertThat(lasts).isEqualTo(1);
    }
}
