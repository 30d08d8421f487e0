package org.tonmeister.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "song.mp3, song",
        "01. First Song.tar.flac, 01. First Song.tar",
        "song, song",
        ".hidden, .hidden",
        ".hidden.wav, .hidden",
        "song., song",
    })
    void baseName_isWhatStandsBeforeTheLastDot(String name, String expected) {
        assertThat(new InputFile(Path.of("folder", name)).baseName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Main Theme, main-theme",
        "Übung in C♯ (live), ubung-in-c-live",
        "  --x--  , x",
        "音楽, track",
        "ﬁnale № 2, finale-no-2",
    })
    void slug_isPlain(String text, String expected) {
        assertThat(InputFile.slug(text)).isEqualTo(expected);
    }

    @Test
    void slug_hasALimit() {
        assertThat(InputFile.slug("a ".repeat(100)))
                .hasSizeLessThanOrEqualTo(60)
                .doesNotEndWith("-");
    }

    @Test
    void trackId_isTheSameForTheSameFile_whereverItLies() throws Exception {
        Path here = Files.writeString(folder.resolve("song.mp3"), "abc");
        Path there = Files.createDirectory(folder.resolve("there")).resolve("song.mp3");
        Files.writeString(there, "abc");

        // SHA-256 of "abc" begins with ba7816bf (FIPS 180-2, appendix B.1).
        assertThat(new InputFile(here).trackId()).isEqualTo("song-ba7816bf");
        assertThat(new InputFile(there).trackId()).isEqualTo("song-ba7816bf");
    }

    @Test
    void trackId_differsWithTheContent() throws Exception {
        Path one = Files.writeString(folder.resolve("song.mp3"), "abc");
        Path other = Files.createDirectory(folder.resolve("other")).resolve("song.mp3");
        Files.writeString(other, "abd");

        assertThat(new InputFile(one).trackId()).isNotEqualTo(new InputFile(other).trackId());
    }

    @Test
    void complains_ofWhatIsNoFile() throws Exception {
        Path file = Files.writeString(folder.resolve("song.mp3"), "abc");

        assertThat(new InputFile(file).complaint()).isEmpty();
        assertThat(new InputFile(folder.resolve("none.mp3")).complaint()).contains("no such file");
        assertThat(new InputFile(folder).complaint()).get().asString().startsWith("is a folder");
    }
}
