package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.training.corpus.TestTracks.content;
import static org.tonmeister.training.corpus.TestTracks.track;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCacheTest {
    private static final CorpusTrack TRACK = track(Split.TRAIN, "some-music", "usr/share/a song.ogg", content("song"));

    @TempDir
    Path folder;

    @Test
    void lies_inTheUsersCacheFolder() {
        Path home = folder.resolve("home");

        assertThat(CorpusCache.standard(Map.of(), home).root()).isEqualTo(home.resolve(".cache/tonmeister/corpus"));
        assertThat(CorpusCache.standard(Map.of("XDG_CACHE_HOME", folder.toString()), home)
                        .root())
                .isEqualTo(folder.resolve("tonmeister/corpus"));
        assertThat(CorpusCache.standard(Map.of("XDG_CACHE_HOME", "relative"), home)
                        .root())
                .isEqualTo(home.resolve(".cache/tonmeister/corpus"));
    }

    @Test
    void keeps_aFileWithTheRightSum() throws IOException {
        // Given
        var cache = new CorpusCache(folder);

        // When
        boolean stored = cache.store(TRACK, new ByteArrayInputStream(content("song")));

        // Then
        assertThat(stored).isTrue();
        assertThat(cache.state(TRACK)).isEqualTo(CorpusCache.State.WHOLE);
        assertThat(folder.resolve("some-music/usr/share/a song.ogg")).hasContent("song");
    }

    @Test
    void refuses_aFileWithAnotherSum_andLeavesNothingOfIt() throws IOException {
        // Given
        var cache = new CorpusCache(folder);

        // When
        boolean stored = cache.store(TRACK, new ByteArrayInputStream(content("noise")));

        // Then
        assertThat(stored).isFalse();
        assertThat(cache.state(TRACK)).isEqualTo(CorpusCache.State.MISSING);
        try (Stream<Path> left = Files.list(cache.file(TRACK).getParent())) {
            assertThat(left).isEmpty();
        }
    }
}
