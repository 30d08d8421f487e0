package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A picture as FLAC's METADATA_BLOCK_PICTURE (RFC 9639, 8.8), in base64 as Vorbis comments carry it. */
final class FlacPicture {
    /** The comment's name. */
    static final String TAG = "METADATA_BLOCK_PICTURE";

    private static final int FRONT_COVER = 3;

    private FlacPicture() {}

    static String base64(Cover cover) {
        byte[] mediaType = cover.mediaType().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer block = ByteBuffer.allocate(32 + mediaType.length + cover.bytes().length);
        block.putInt(FRONT_COVER).putInt(mediaType.length).put(mediaType).putInt(0);
        ImageKind image = ImageKind.of(cover.bytes()).orElse(new ImageKind(cover.mediaType(), 0, 0));
        block.putInt(image.width()).putInt(image.height()).putInt(24).putInt(0);
        block.putInt(cover.bytes().length).put(cover.bytes());
        return Base64.getEncoder().encodeToString(block.array());
    }
}
