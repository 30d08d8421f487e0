package org.tonmeister.training.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** md5 sums as 32 hexadecimal digits. They tell versions of a file apart; they protect from nobody. */
public final class Md5 {
    private Md5() {}

    /** The sum of these bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copying(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies what is left of {@code in}, and returns the sum of it. */
    static String copying(InputStream in, OutputStream out) throws IOException {
        // The stream belongs to the caller, so it is not closed with the wrapper.
        @SuppressWarnings("resource")
        var digesting = new DigestInputStream(in, digest());
        digesting.transferTo(out);
        return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
