package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/** Ogg: promises no length, but every page says how long it is, and the last one that it is the last (RFC 3533, 6). */
final class OggCheck {
    private static final int PAGE_HEADER = 27;
    private static final int MAX_PAGE = PAGE_HEADER + 255 + 255 * 255;
    private static final int END_OF_STREAM = 4;
    private static final int CAPTURE_PATTERN = 0x4F676753;

    private OggCheck() {}

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        int length = (int) Math.min(file.size(), MAX_PAGE);
        ByteBuffer tail = file.read(file.size() - length, length, ByteOrder.BIG_ENDIAN);
        int page = lastPage(tail);
        if (page < 0) {
            return HeaderFacts.NONE;
        }
        if (page + pageBytes(tail, page) > length) {
            throw new AudioFormatException(
                    "the file ends in the middle of an Ogg page: it is cut short, upload it again");
        }
        if (!OggCrc.matches(tail, page, pageBytes(tail, page))) {
            throw new AudioFormatException("the last Ogg page is damaged: upload it again");
        }
        boolean ended = (tail.get(page + 5) & END_OF_STREAM) != 0;
        return ended
                ? HeaderFacts.NONE
                : new HeaderFacts(
                        OptionalDouble.empty(),
                        List.of("the Ogg stream has no end mark: if the end is missing, upload it again"));
    }

    private static int lastPage(ByteBuffer tail) {
        for (int at = tail.limit() - PAGE_HEADER; at >= 0; at--) {
            if (tail.getInt(at) == CAPTURE_PATTERN && tail.get(at + 4) == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The page's length by its segment table; a table that is itself cut off counts as beyond the end. */
    private static int pageBytes(ByteBuffer tail, int page) {
        int segments = Byte.toUnsignedInt(tail.get(page + 26));
        int bytes = PAGE_HEADER + segments;
        for (int i = 0; i < segments && page + PAGE_HEADER + i < tail.limit(); i++) {
            bytes += Byte.toUnsignedInt(tail.get(page + PAGE_HEADER + i));
        }
        return bytes;
    }
}
