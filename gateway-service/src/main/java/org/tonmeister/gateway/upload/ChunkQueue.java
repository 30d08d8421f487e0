package org.tonmeister.gateway.upload;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.tonmeister.schemas.Topic;

/** Bytes as they come, cut into pieces of a record's size. */
final class ChunkQueue {
    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private byte[] filling = new byte[0];
    private int filled;

    void add(Buffer bytes) {
        int from = 0;
        while (from < bytes.length()) {
            if (filling.length == 0) {
                filling = new byte[Topic.Limits.CHUNK_BYTES];
            }
            int part = Math.min(bytes.length() - from, filling.length - filled);
            bytes.getBytes(from, from + part, filling, filled);
            filled += part;
            from += part;
            if (filled == filling.length) {
                push(filling);
            }
        }
    }

    /** The rest, though it does not fill a record. */
    void close() {
        if (filled > 0) {
            push(Arrays.copyOf(filling, filled));
        }
    }

    /** Whether enough waits. */
    boolean isFull() {
        return !chunks.isEmpty();
    }

    boolean hasChunk() {
        return !chunks.isEmpty();
    }

    byte[] remove() {
        return chunks.remove();
    }

    void clear() {
        chunks.clear();
        filling = new byte[0];
        filled = 0;
    }

    private void push(byte[] chunk) {
        chunks.add(chunk);
        filling = new byte[0];
        filled = 0;
    }
}
