package org.tonmeister.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tonmeister.standalone.report.Glyphs;
import org.tonmeister.standalone.report.Paint;

class DisplaysTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminal_everyStageIsALine_once() {
        try (var display = ProgressDisplay.on(terminal(false), false);
                var song = display.begin("song.mp3")) {
            song.at(Stage.UPLOAD, 0.5);
            song.at(Stage.UPLOAD, 1);
            song.at(Stage.MIX, 0);
            song.at(Stage.INGEST, 1);
            display.say("other.mp3: no such file");
        }

        assertThat(written().lines())
                .containsExactly("song.mp3: uploading", "song.mp3: mixing", "other.mp3: no such file");
    }

    @Test
    void quiet_onlyComplains() {
        try (var display = ProgressDisplay.on(terminal(true), true);
                var song = display.begin("song.mp3")) {
            song.at(Stage.MIX, 0.5);
            display.say("other.mp3: no such file");
        }

        assertThat(written().lines()).containsExactly("other.mp3: no such file");
    }

    @Test
    void onATerminal_barsAreDrawnBelowWhatIsSaid_andGoneAtTheEnd() {
        try (var display = ProgressDisplay.on(terminal(true), false)) {
            try (var one = display.begin("one.mp3");
                    var two = display.begin("two.mp3")) {
                one.at(Stage.INGEST, 1);
                two.at(Stage.MIX, 1);
                display.say("three.mp3: no such file");
            }
            assertThat(written()).contains("one.mp3").contains("two.mp3").contains("decoding");
            display.aside(() -> stream.println("the end"));
        }

        assertThat(Screen.after(written())).containsExactly("three.mp3: no such file", "the end");
    }

    private Terminal terminal(boolean moving) {
        return new Terminal(stream, stream, Glyphs.ASCII, Paint.PLAIN, moving, 80);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
