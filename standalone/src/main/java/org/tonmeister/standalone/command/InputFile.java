package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A file to be mixed.
 *
 * @param path as the user wrote it
 */
record InputFile(Path path) {
    private static final int SLUG_LENGTH = 60;
    private static final int HASH_DIGITS = 8;

    /** Why it cannot be read, if so: for the user, without the file's name. */
    Optional<String> complaint() {
        if (!Files.exists(path)) {
            return Optional.of("no such file");
        }
        if (Files.isDirectory(path)) {
            return Optional.of("is a folder; name the files in it, such as " + path.resolve("*.flac"));
        }
        if (!Files.isReadable(path)) {
            return Optional.of("cannot be read: permission denied");
        }
        return Optional.empty();
    }

    /** The file's name. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The name without its extension: what stands before the last dot, unless that is the first character. */
    String baseName() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * The track id: the base name in plain letters and the beginning of the content's SHA-256, so that the same file has
     * the same id wherever it lies, and two songs of one name do not share one.
     */
    String trackId() throws IOException {
        return slug(baseName()) + "-" + Sha256.of(path).substring(0, HASH_DIGITS);
    }

    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String cut = plain.substring(0, Math.min(SLUG_LENGTH, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "track" : cut;
    }
}
