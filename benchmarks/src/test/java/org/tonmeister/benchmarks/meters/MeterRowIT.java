package org.tonmeister.benchmarks.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code bench meters} in short form, on the README's example. */
class MeterRowIT {
    @Test
    void ourMetersAgreeWithFfmpegs() throws IOException, InterruptedException {
        MeterRow row = MeterRow.of("main-theme", Path.of("..", "examples", "main-theme.flac"));

        assertThat(row.ffmpegLufs()).isCloseTo(-14.2, within(0.1));
        assertThat(row.lufsDifference()).isCloseTo(0, within(0.1));
        assertThat(row.lraDifference()).isCloseTo(0, within(0.5));
        assertThat(row.truePeakDifference()).isCloseTo(0, within(0.2));
    }
}
