package org.tonmeister.standalone.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0",
                "12    | 0:00 0:01 0:02 0:03 0:04 0:05 0:06 0:07 0:08 0:09 0:10 0:11 0:12",
                "249   | 0:00 0:30 1:00 1:30 2:00 2:30 3:00 3:30 4:00",
                "4000  | 0:00:00 0:05:00 0:10:00 0:15:00 0:20:00 0:25:00 0:30:00 0:35:00 0:40:00 0:45:00 0:50:00"
                        + " 0:55:00 1:00:00 1:05:00",
                "90000 | 0:00:00 2:00:00 4:00:00 6:00:00 8:00:00 10:00:00 12:00:00 14:00:00 16:00:00 18:00:00 20:00:00"
                        + " 22:00:00 24:00:00",
            })
    void times_areRound(double seconds, String labels) {
        assertThat(labels(Axis.ofTime(seconds, 16))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1   | 1    | 5 | -1.0 -0.5 0.0 0.5 1.0",
                "-25  | -5   | 7 | -25 -20 -15 -10 -5",
                "-3   | 0    | 5 | -3 -2 -1 0",
                "-0.05| 0.05 | 5 | -0.04 -0.02 0.00 0.02 0.04",
            })
    void figures_areRound(double from, double to, int most, String labels) {
        assertThat(labels(Axis.ofFigures(from, to, most, "dB"))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | 20000 | 31.5 63 125 250 500 1k 2k 4k 8k 16k",
                "50 | 4000  | 63 125 250 500 1k 2k 4k",
            })
    void frequencies_areOctaves(double from, double to, String labels) {
        assertThat(labels(Axis.ofFrequency(from, to))).isEqualTo(labels);
    }

    private static String labels(Axis axis) {
        return axis.marks().stream().map(Axis.Mark::label).collect(Collectors.joining(" "));
    }
}
