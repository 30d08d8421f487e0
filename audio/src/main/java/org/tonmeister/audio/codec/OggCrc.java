package org.tonmeister.audio.codec;

import java.nio.ByteBuffer;

/** The checksum of an Ogg page: CRC-32 with polynomial 0x04C11DB7, neither reflected nor inverted (RFC 3533, 6). */
final class OggCrc {
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int FIELD = 22;

    private OggCrc() {}

    /** Whether the page of {@code length} bytes at {@code page} has the checksum that its header tells. */
    static boolean matches(ByteBuffer bytes, int page, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            // The field itself counts as zeros.
            boolean field = i >= FIELD && i < FIELD + 4;
            crc ^= field ? 0 : bytes.get(page + i) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ (crc < 0 ? POLYNOMIAL : 0);
            }
        }
        return crc == Integer.reverseBytes(bytes.getInt(page + FIELD));
    }
}
