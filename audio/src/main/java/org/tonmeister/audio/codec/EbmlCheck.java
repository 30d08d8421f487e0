package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Matroska and WebM: an EBML header, then one segment that tells its size unless it was streamed (RFC 8794, 6). */
final class EbmlCheck {
    static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int ID_BYTES = 4;

    private EbmlCheck() {}

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        long segment = end(file, 0);
        if (segment > 0 && file.u32Be(segment) == SEGMENT) {
            long end = end(file, segment);
            if (end > file.size()) {
                throw AudioFormatException.cutShort(end, file.size());
            }
        }
        return HeaderFacts.NONE;
    }

    /** Where the element at {@code at}, whose identifier has four bytes, ends; 0 if its size is unknown. */
    private static long end(FileBytes file, long at) throws IOException {
        ByteBuffer size = file.read(at + ID_BYTES, 8, ByteOrder.BIG_ENDIAN);
        int bytes = Integer.numberOfLeadingZeros(size.get(0) & 0xFF) - 24 + 1;
        if (bytes > 8) {
            return 0;
        }
        long all = -1L >>> (64 - 7 * bytes);
        long value = (size.getLong(0) >>> (64 - 8 * bytes)) & all;
        return value == all ? 0 : at + ID_BYTES + bytes + value;
    }
}
