package org.tonmeister.training.corpus;

import java.nio.charset.StandardCharsets;

/** Tracks of a corpus that exists only in a test. */
final class TestTracks {
    private TestTracks() {}

    static CorpusTrack track(Split split, String packageName, String path, byte[] content) {
        return new CorpusTrack(
                split, packageName, path, 60, "vorbis", 44_100, -14, 6, -0.5, "CC-BY-4.0", Md5.of(content));
    }

    static byte[] content(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
