package org.tonmeister.audio.codec;

import java.util.Arrays;
import java.util.Objects;

/**
 * A cover picture.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param bytes the encoded picture, at most {@link #MAX_BYTES}; not copied, do not change it
 */
// Bytes are bytes: equality and text are defined below.
@SuppressWarnings("ArrayRecordComponent")
public record Cover(String mediaType, byte[] bytes) {
    /** Larger pictures are dropped, with a note. */
    public static final int MAX_BYTES = 4 << 20;

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    public Cover {
        Objects.requireNonNull(bytes, "bytes");
        if (!mediaType.equals(JPEG) && !mediaType.equals(PNG)) {
            throw new IllegalArgumentException("a cover is " + JPEG + " or " + PNG + ", not " + mediaType);
        }
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a cover has 1 to " + MAX_BYTES + " bytes, not " + bytes.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cover cover && mediaType.equals(cover.mediaType) && Arrays.equals(bytes, cover.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Cover[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
