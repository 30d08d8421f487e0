package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Appends an {@code id3 } chunk to a WAV file. RIFF's own INFO list, which FFmpeg writes, has neither a cover nor names
 * of one's own; an {@link Id3Tag} has both, and most players and tag editors look for it.
 */
final class WavTags {
    private static final int CHUNK_HEADER = 8;
    private static final int RIFF_SIZE_AT = 4;
    /** In RF64: behind the file's header and the ds64 chunk's. */
    private static final int LONG_SIZE_AT = 20;

    private WavTags() {}

    /** @throws IOException if the file cannot be written */
    static void append(Path file, SortedMap<String, String> tags, Optional<Cover> cover) throws IOException {
        byte[] tag = Id3Tag.of(tags, cover);
        if (tag.length == 0) {
            return;
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER + tag.length + (tag.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("id3 ".getBytes(StandardCharsets.US_ASCII))
                .putInt(tag.length)
                .put(tag)
                .clear();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileBytes bytes = new FileBytes(channel);
            long end = bytes.size();
            long riffSize = end + chunk.capacity() - CHUNK_HEADER;
            if (bytes.fourCc(0).equals("RF64")) {
                write(
                        channel,
                        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(riffSize),
                        LONG_SIZE_AT);
            } else if (riffSize < 1L << 32) {
                write(
                        channel,
                        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) riffSize),
                        RIFF_SIZE_AT);
            } else {
                // Just below 4 GiB without the tag, and the header cannot be widened any more: INFO must do.
                return;
            }
            write(channel, chunk, end);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        bytes.clear();
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }
}
