package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a picture is by its own bytes, whatever its label says.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param width pixels; 0 if the picture does not tell
 * @param height pixels; 0 if the picture does not tell
 */
record ImageKind(String mediaType, int width, int height) {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int JPEG_SIGNATURE = 0xFFD8FF;

    static Optional<ImageKind> of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 24 && in.getLong(0) == PNG_SIGNATURE) {
            return Optional.of(new ImageKind(Cover.PNG, in.getInt(16), in.getInt(20)));
        }
        if (bytes.length >= 4 && in.getInt(0) >>> 8 == JPEG_SIGNATURE) {
            return Optional.of(jpeg(in));
        }
        return Optional.empty();
    }

    /** Walks the segments to the frame header (ITU-T T.81, B.2.2). */
    private static ImageKind jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 9 <= in.limit() && in.get(at) == (byte) 0xFF) {
            int marker = in.get(at + 1) & 0xFF;
            boolean frameHeader =
                    marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frameHeader) {
                return new ImageKind(
                        Cover.JPEG, Short.toUnsignedInt(in.getShort(at + 7)), Short.toUnsignedInt(in.getShort(at + 5)));
            }
            at += 2 + Short.toUnsignedInt(in.getShort(at + 2));
        }
        return new ImageKind(Cover.JPEG, 0, 0);
    }
}
