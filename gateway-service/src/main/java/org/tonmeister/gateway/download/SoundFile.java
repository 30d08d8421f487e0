package org.tonmeister.gateway.download;

import java.util.HexFormat;
import org.tonmeister.gateway.http.EntityTag;
import org.tonmeister.schemas.record.LogRange;

/**
 * A file that can be fetched.
 *
 * @param fileName to be saved under
 * @param mediaType of its content
 * @param bytes length; at least 1
 * @param tag names this content
 * @param body where the bytes are
 */
record SoundFile(String fileName, String mediaType, long bytes, EntityTag tag, Body body) {
    static SoundFile of(String fileName, String mediaType, LogRange content, PartReaders readers) {
        var sha256 = content.getSha256().duplicate();
        byte[] digest = new byte[sha256.remaining()];
        sha256.get(digest);
        return new SoundFile(
                fileName,
                mediaType,
                content.getBytes(),
                EntityTag.of(HexFormat.of().formatHex(digest)),
                new RangeBody(content, readers));
    }
}
