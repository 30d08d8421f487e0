package org.tonmeister.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.standalone.report.Glyphs;
import org.tonmeister.standalone.report.Paint;

class TerminalTest {
    private final Properties launcher = new Properties();

    TerminalTest() {
        launcher.setProperty("tonmeister.terminal.out", "true");
        launcher.setProperty("tonmeister.terminal.err", "true");
        launcher.setProperty("tonmeister.columns", "132");
    }

    @Test
    void aModernTerminal_hasColoursBarsAndUnicode() {
        var terminal = Terminal.of(Map.of("TERM", "xterm-256color", "LANG", "de_DE.UTF-8"), launcher);

        assertThat(terminal.glyphs()).isEqualTo(Glyphs.UNICODE);
        assertThat(terminal.outPaint()).isEqualTo(Paint.ANSI);
        assertThat(terminal.moving()).isTrue();
        assertThat(terminal.columns()).isEqualTo(132);
    }

    @Test
    void aDumbTerminal_hasNeitherColoursNorBars() {
        var terminal = Terminal.of(Map.of("TERM", "dumb", "LANG", "C"), launcher);

        assertThat(terminal.glyphs()).isEqualTo(Glyphs.ASCII);
        assertThat(terminal.outPaint()).isEqualTo(Paint.PLAIN);
        assertThat(terminal.moving()).isFalse();
    }

    @Test
    void noColor_takesTheColoursOnly() {
        var terminal = Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), launcher);

        assertThat(terminal.outPaint()).isEqualTo(Paint.PLAIN);
        assertThat(terminal.moving()).isTrue();
    }

    @Test
    void theFirstLocaleVariable_decidesWhatCanBeDrawn() {
        assertThat(Terminal.of(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), launcher)
                        .glyphs())
                .isEqualTo(Glyphs.ASCII);
        assertThat(Terminal.of(Map.of("LC_ALL", "", "LC_CTYPE", "C.utf8"), launcher)
                        .glyphs())
                .isEqualTo(Glyphs.UNICODE);
    }

    @Test
    void aFile_getsNoColours_whileProgressMoves() {
        launcher.setProperty("tonmeister.terminal.out", "false");

        var terminal = Terminal.of(Map.of("TERM", "xterm"), launcher);

        assertThat(terminal.outPaint()).isEqualTo(Paint.PLAIN);
        assertThat(terminal.moving()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "0", "", "-3"})
    void anUnknownWidth_isEighty(String told) {
        launcher.setProperty("tonmeister.columns", told);

        assertThat(Terminal.of(Map.of(), launcher).columns()).isEqualTo(80);
    }
}
