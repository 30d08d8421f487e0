package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Bytes of a file by position. What lies beyond the end reads as zero, so that callers check sizes, not every read. */
final class FileBytes {
    private final FileChannel channel;
    private final long size;

    FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** {@code length} bytes from {@code position}, padded with zeros beyond the end. */
    ByteBuffer read(long position, int length, ByteOrder order) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // Until it is full or the file ends.
        }
        return buffer.clear().order(order);
    }

    /** Four characters that name a chunk or box. */
    String fourCc(long position) throws IOException {
        return new String(read(position, 4, ByteOrder.BIG_ENDIAN).array(), StandardCharsets.ISO_8859_1);
    }

    long u32Le(long position) throws IOException {
        return Integer.toUnsignedLong(read(position, 4, ByteOrder.LITTLE_ENDIAN).getInt());
    }

    long u32Be(long position) throws IOException {
        return Integer.toUnsignedLong(read(position, 4, ByteOrder.BIG_ENDIAN).getInt());
    }
}
