package org.tonmeister.standalone.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A file to be mixed.
 *
 * @param path as the user wrote it
 */
record InputFile(Path path) {
    private static final int SLUG_LENGTH = 60;
    private static final int HASH_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 20;

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
        return slug(baseName()) + "-" + HexFormat.of().formatHex(sha256(), 0, HASH_BYTES);
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

    private byte[] sha256() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("Every Java has SHA-256", e));
        }
    }
}
