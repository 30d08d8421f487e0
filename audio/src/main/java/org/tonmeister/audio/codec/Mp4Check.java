package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;

/** MP4 and QuickTime: a row of boxes, each with its size (ISO/IEC 14496-12, 4.2). */
final class Mp4Check {
    private static final Set<String> FIRST = Set.of("ftyp", "moov", "mdat", "wide", "pnot");
    /** Boxes that must be whole; junk after the last of them may look like anything. */
    private static final Set<String> NEEDED = Set.of("moov", "mdat", "moof");

    private Mp4Check() {}

    static boolean isMp4(FileBytes file) throws IOException {
        return FIRST.contains(file.fourCc(4));
    }

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        boolean index = false;
        long next;
        for (long at = 0; at + 8 <= file.size(); at = next) {
            String type = file.fourCc(at + 4);
            long length = file.u32Be(at);
            if (length == 1) {
                length = file.read(at + 8, 8, ByteOrder.BIG_ENDIAN).getLong();
            } else if (length == 0) {
                length = file.size() - at;
            }
            next = at + length;
            if (length < 8 || next < at) {
                break;
            }
            if (NEEDED.contains(type) && next > file.size()) {
                throw AudioFormatException.cutShort(next, file.size());
            }
            index |= type.equals("moov");
        }
        if (!index) {
            throw new AudioFormatException(
                    "the MP4 file has no index (moov box): it is cut short or was never finished, upload it again");
        }
        return HeaderFacts.NONE;
    }
}
