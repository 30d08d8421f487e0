package org.tonmeister.gateway.site;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tonmeister.gateway.http.EntityTag;

/** A file of the site, in memory: there are few, and they are small. */
record Asset(Buffer bytes, String mediaType, EntityTag tag) {
    static Asset of(byte[] bytes, String mediaType) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(
                    Buffer.buffer(bytes), mediaType, EntityTag.of(HexFormat.of().formatHex(digest, 0, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
