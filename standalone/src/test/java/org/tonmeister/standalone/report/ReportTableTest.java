package org.tonmeister.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void ascii_hasNothingElseIn80Columns() {
        String table = table(Glyphs.ASCII, Paint.PLAIN);

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(table)).isTrue();
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void unicode_staysWithin80Columns() {
        assertThat(table(Glyphs.UNICODE, Paint.PLAIN).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void colours_changeNothingButColours() {
        assertThat(table(Glyphs.UNICODE, Paint.ANSI).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(table(Glyphs.UNICODE, Paint.PLAIN))
                .isNotEqualTo(table(Glyphs.UNICODE, Paint.ANSI));
    }

    @Test
    void everyParameter_hasItsValueInUnits() {
        assertThat(table(Glyphs.ASCII, Paint.PLAIN))
                .containsPattern("Input gain +\\.+\\|#+\\.+ +0\\.620 +\\+2\\.9 dB")
                .containsPattern("Compression +\\|#+\\.+ +0\\.250 +1\\.68:1")
                .containsPattern("Mid EQ +\\.+\\|\\.+ +0\\.500 +\\+0\\.0 dB")
                .containsPattern("Low EQ +\\.+#+\\|\\.+ +0\\.375 +-3\\.0 dB")
                .containsPattern("Reverb send +\\|#+\\.+ +0\\.100 +10 %")
                .containsPattern("Stereo width +\\.+\\|#+ +1\\.000 +\\+12\\.0 dB")
                .containsPattern("Output level +#+\\|\\.+ +0\\.000 +-12\\.0 dB");
    }

    @Test
    void loudness_standsBeforeAndAfter() {
        assertThat(table(Glyphs.ASCII, Paint.PLAIN))
                .containsPattern("Loudness +-18\\.2 +-14\\.0 +\\+4\\.2 +LUFS")
                .containsPattern("Max momentary +-12\\.5 +-9\\.2 +\\+3\\.3 +LUFS")
                .containsPattern("Max short-term +-14\\.5 +-11\\.7 +\\+2\\.8 +LUFS")
                .containsPattern("Range +6\\.1 +5\\.2 +-0\\.9 +LU\n")
                .containsPattern("True peak +-3\\.2 +-1\\.0 +\\+2\\.2 +dBTP");
    }

    @Test
    void modelsAndNotes_areNamed() {
        assertThat(table(Glyphs.ASCII, Paint.PLAIN))
                .contains("analyser 1, 6 windows, 75 % of the parameters")
                .contains("cnn 7b, 6 windows, 25 % of the parameters")
                .contains("ast did not answer in time")
                .containsPattern("Note +The file has six channels");
    }

    @Test
    void whatTheModelsSay_standsSideBySide() {
        assertThat(table(Glyphs.ASCII, Paint.PLAIN))
                .containsPattern("\n +analyser +cnn\n")
                .containsPattern("\nLow EQ +0\\.600 +0\\.700\n");
    }

    @Test
    void numbers_areWrittenTheSameInEveryCountry() {
        String here = table(Glyphs.ASCII, Paint.PLAIN);

        Locale.setDefault(Locale.GERMANY);

        assertThat(table(Glyphs.ASCII, Paint.PLAIN)).isEqualTo(here);
    }

    private static String table(Glyphs glyphs, Paint paint) {
        return new ReportTable(glyphs, paint).render(SampleMix.of("song.mixed.flac"), "song.m4a", "song.mixed.flac");
    }
}
