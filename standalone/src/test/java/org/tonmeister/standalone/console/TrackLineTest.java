package org.tonmeister.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.standalone.report.Glyphs;

class TrackLineTest {
    private final TrackLine line = new TrackLine(Glyphs.ASCII);

    @Test
    void showsNameBarShareTimeAndStage() {
        assertThat(line.line("song.mp3", 0.5, Duration.ofSeconds(63), "mixing", 79))
                .matches("song\\.mp3 {21}#{13}\\.{13}  50 %  1:03 mixing");
    }

    @Test
    void keepsBothEndsOfALongName() {
        assertThat(line.line(
                        "a-very-long-name-of-a-song-indeed (live at the opera).flac", 0, Duration.ZERO, "mixing", 79))
                .startsWith("a-very-long-n..e opera).flac ");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 79, 120, 300})
    void fitsTheTerminal(int columns) {
        assertThat(line.line("x".repeat(99), 1, Duration.ofMinutes(12), "uploading", columns))
                .hasSizeLessThanOrEqualTo(columns);
    }
}
