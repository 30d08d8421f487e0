package org.tonmeister.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.training.corpus.TestTracks.content;
import static org.tonmeister.training.corpus.TestTracks.track;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusCheckTest {
    private static final CorpusTrack FIRST = track(Split.TRAIN, "music-one", "a.ogg", content("a"));
    private static final CorpusTrack SECOND = track(Split.VAL, "music-two", "b.ogg", content("b"));

    @TempDir
    Path folder;

    @Test
    void findsNoLeak_whereSplitsShareNothing() {
        assertThat(CorpusCheck.leaks(manifest(FIRST, SECOND))).isEmpty();
    }

    @Test
    void finds_aPackageInTwoSplits() {
        // Given
        var other = track(Split.TEST, "music-one", "c.ogg", content("c"));

        // When // Then
        assertThat(CorpusCheck.leaks(manifest(FIRST, SECOND, other)))
                .containsExactly("the package music-one is in the splits train and test");
    }

    @Test
    void finds_aFileThatIsListedTwice() {
        // Given
        var copy = track(Split.VAL, "music-two", "copy.ogg", content("a"));

        // When // Then
        assertThat(CorpusCheck.leaks(manifest(FIRST, SECOND, copy)))
                .containsExactly("the same file is listed as music-one/a.ogg and as music-two/copy.ogg");
    }

    @Test
    void names_missingAndDamagedFiles() throws IOException {
        // Given
        var cache = new CorpusCache(folder);
        var whole = track(Split.TRAIN, "music-one", "whole.ogg", content("w"));
        cache.store(whole, new ByteArrayInputStream(content("w")));
        cache.store(FIRST, new ByteArrayInputStream(content("a")));
        Files.write(cache.file(FIRST), content("something else"));

        // When // Then
        assertThat(CorpusCheck.faults(cache, List.of(FIRST, whole, SECOND)))
                .containsExactly(
                        "music-one/a.ogg has another md5 sum than the manifest says", "music-two/b.ogg is missing");
    }

    private static CorpusManifest manifest(CorpusTrack... tracks) {
        return new CorpusManifest(List.of(tracks), "0".repeat(32));
    }
}
