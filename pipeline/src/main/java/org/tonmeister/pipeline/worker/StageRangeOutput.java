package org.tonmeister.pipeline.worker;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.tonmeister.pipeline.logrange.LogRangeBuilder;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/**
 * Bytes written here become the records of a log range, cut to 512 KiB, sent through a {@link StageContext} and
 * committed in slices of a few MiB. The range is made by {@link #finish()}; until then nothing points at the records.
 */
public final class StageRangeOutput extends OutputStream {
    private static final long SLICE_BYTES = 8L << 20;

    private final StageContext context;
    private final Topic topic;
    private final String key;
    private final LogRangeBuilder range = new LogRangeBuilder(UUID.randomUUID().toString());
    private final byte[] chunk = new byte[Topic.Limits.CHUNK_BYTES];
    private int filled;
    private long written;
    private int unplaced;

    /**
     * @param context of the record in work
     * @param topic where the records go; nothing else may be sent there before {@link #finish()}
     * @param key of every record
     */
    public StageRangeOutput(StageContext context, Topic topic, String key) {
        this.context = context;
        this.topic = topic;
        this.key = key;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == chunk.length) {
                send();
            }
        }
        written += length;
    }

    /** Bytes written so far. */
    public long bytes() {
        return written;
    }

    /**
     * Commits the rest.
     *
     * @return the range of all bytes written
     * @throws IllegalStateException if nothing was written: a log range is never empty
     */
    public LogRange finish() {
        if (filled > 0) {
            send();
        }
        if (unplaced > 0) {
            commit();
        }
        return range.build();
    }

    private void send() {
        byte[] value = Arrays.copyOf(chunk, filled);
        filled = 0;
        range.append(ByteBuffer.wrap(value));
        context.send(topic, key, value, range.headers().toArray(Header[]::new));
        unplaced++;
        if (context.pendingBytes() >= SLICE_BYTES) {
            commit();
        }
    }

    private void commit() {
        String name = context.catalogue().name(topic);
        range.placed(context.commitSlice().stream()
                .filter(place -> place.topic().equals(name))
                .toList());
        unplaced = 0;
    }
}
