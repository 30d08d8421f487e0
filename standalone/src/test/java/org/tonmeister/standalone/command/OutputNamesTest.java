package org.tonmeister.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputNamesTest {
    @Test
    void areTheBaseNames() {
        assertThat(names("a/one.mp3", "two.flac")).containsExactly("one", "two");
    }

    @Test
    void takeTheExtension_whereTheBaseNameIsShared() {
        assertThat(names("song.mp3", "other.mp3", "song.wav")).containsExactly("song.mp3", "other", "song.wav");
    }

    @Test
    void doNotDifferInCaseAlone() {
        assertThat(names("Song.mp3", "song.wav")).containsExactly("Song.mp3", "song.wav");
        assertThat(names("a/Song.mp3", "b/song.mp3")).containsExactly("Song", "song-2");
    }

    @Test
    void takeANumber_whereTheWholeNameIsShared() {
        assertThat(names("a/song.mp3", "b/song.mp3", "c/song.mp3")).containsExactly("song", "song-2", "song-3");
    }

    @Test
    void areAllDifferent_whateverTheInputsAreCalled() {
        assertThat(names("a/song.mp3", "b/song.mp3", "song-2.wav", "song.wav", "song.mp3.flac"))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    private static List<String> names(String... inputs) {
        return OutputNames.of(
                Arrays.stream(inputs).map(Path::of).map(InputFile::new).toList());
    }
}
