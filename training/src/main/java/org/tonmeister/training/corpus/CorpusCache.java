package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Where the tracks lie on this machine: {@code <root>/<package>/<path>}.
 *
 * @param root need not exist
 */
public record CorpusCache(Path root) {
    private static final String PART = ".part";

    /** What is there of a track. */
    public enum State {
        /** Nothing. */
        MISSING,
        /** A file, but not the one of the manifest. */
        DAMAGED,
        /** The file of the manifest. */
        WHOLE
    }

    /** The user's cache folder after the XDG Base Directory Specification, which wants relative paths ignored. */
    static CorpusCache standard(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        Path caches = named.isAbsolute() ? named : home.resolve(".cache");
        return new CorpusCache(caches.resolve("tonmeister").resolve("corpus"));
    }

    /** Where the track lies, or would lie. */
    public Path file(PackagedFile track) {
        return root.resolve(track.packageName()).resolve(track.path());
    }

    /** Reads the track's file, if there is one, and compares its md5 sum with the manifest's. */
    public State state(PackagedFile track) throws IOException {
        Path file = file(track);
        if (!Files.isRegularFile(file)) {
            return State.MISSING;
        }
        return Md5.of(file).equals(track.md5()) ? State.WHOLE : State.DAMAGED;
    }

    /**
     * Keeps what is left of {@code content} as the track's file, if it is that: a file with another md5 sum is not kept,
     * and one that is there already stays until it is replaced whole.
     *
     * @return whether it is
     */
    boolean store(PackagedFile track, InputStream content) throws IOException {
        Path file = file(track);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            String md5;
            try (OutputStream out = Files.newOutputStream(part)) {
                md5 = Md5.copying(content, out);
            }
            if (!md5.equals(track.md5())) {
                return false;
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
