package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteOrder;

/** Core Audio Format: a file header of 8 bytes, then chunks with a type and a 64-bit size. */
final class CafCheck {
    private static final int FILE_HEADER = 8;
    private static final int CHUNK_HEADER = 12;
    private static final long TO_THE_END = -1;

    private CafCheck() {}

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        long next;
        for (long at = FILE_HEADER; at + CHUNK_HEADER <= file.size(); at = next) {
            long length = file.read(at + 4, 8, ByteOrder.BIG_ENDIAN).getLong();
            next = at + CHUNK_HEADER + length;
            if (length == TO_THE_END || next < at) {
                break;
            }
            if (next > file.size()) {
                throw AudioFormatException.cutShort(next, file.size());
            }
        }
        return HeaderFacts.NONE;
    }
}
