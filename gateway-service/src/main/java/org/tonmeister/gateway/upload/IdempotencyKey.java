package org.tonmeister.gateway.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tonmeister.gateway.access.Caller;
import org.tonmeister.gateway.problem.Problem;

/**
 * Names a request, so that it may be sent again. The track ids are made from it, always the same: no list of keys has to
 * be kept, and every gateway knows them. That the upload was accepted already is seen from the log.
 *
 * @param caller whose key it is: others may use the same
 * @param text as it was sent
 */
record IdempotencyKey(String caller, String text) {
    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    static IdempotencyKey of(Caller caller, String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw Problem.badRequest("Idempotency-Key must have 1 to 200 printable ASCII characters, without blanks");
        }
        return new IdempotencyKey(caller.name(), text);
    }

    /** The id of the request's file number {@code index}: a UUID of version 8 (RFC 9562), by SHA-256. */
    String trackId(int index) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ("tonmeister upload\n" + caller + "\n" + text + "\n" + index).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest.digest());
            long high = bytes.getLong() & ~0xF000L | 0x8000L;
            long low = bytes.getLong() & ~(0xC0L << 56) | 0x80L << 56;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
