package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** ASF (WMA): the file properties object in the header tells the file's size, unless it was broadcast. */
final class AsfCheck {
    static final int HEADER_OBJECT = 0x3026B275;
    private static final int FILE_PROPERTIES = 0xA1DCAB8C;
    private static final int OBJECT_HEADER = 24;
    private static final int FIRST_OBJECT = 30;
    private static final int FILE_SIZE = 40;
    private static final int FLAGS = 88;

    private AsfCheck() {}

    static HeaderFacts check(FileBytes file) throws IOException, AudioFormatException {
        long next;
        for (long at = FIRST_OBJECT; at + OBJECT_HEADER <= file.size(); at = next) {
            ByteBuffer object = file.read(at, FLAGS + 4, ByteOrder.LITTLE_ENDIAN);
            next = at + object.getLong(16);
            if (Integer.reverseBytes(object.getInt(0)) == FILE_PROPERTIES) {
                boolean broadcast = (object.get(FLAGS) & 1) != 0;
                long size = object.getLong(FILE_SIZE);
                if (!broadcast && size > file.size()) {
                    throw AudioFormatException.cutShort(size, file.size());
                }
                break;
            }
            if (next < at + OBJECT_HEADER) {
                break;
            }
        }
        return HeaderFacts.NONE;
    }
}
