package org.tonmeister.pipeline.logrange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.record.LogRange;

/**
 * Reads log ranges back: seeks to the first offset, takes the records with the range's id up to the last offset, and
 * checks their number, bytes and sha256. Keeps one consumer open for many ranges. Not thread-safe.
 */
public final class LogRangeReader implements AutoCloseable {
    private LogRangeReader() {}

    /** A reader with a consumer of its own. Does not yet reach out for the broker. */
    public static LogRangeReader open(PipelineSettings settings) {
        return new LogRangeReader();
    }

    /**
     * Hands the range's values to {@code sink}, as they arrive: that the range is whole is known only when the method
     * returns.
     *
     * @throws MissingRangeException if records are gone or are not those that were written
     * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer, or an open transaction
     *     holds the records back, for 45 s
     * @throws IOException from the sink
     */
    public void read(LogRange range, RecordSink<ByteBuffer> sink) throws IOException {
        read(range, RecordFormat.raw(), sink);
    }

    /** As {@link #read(LogRange, RecordSink)}, with records of another format. */
    public <T> void read(LogRange range, RecordFormat<T> format, RecordSink<T> sink) throws IOException {
        throw new UnsupportedOperationException("not yet written");
    }

    /** Writes the range's bytes to {@code out}; as {@link #read(LogRange, RecordSink)}. */
    public void copyTo(LogRange range, OutputStream out) throws IOException {
        throw new UnsupportedOperationException("not yet written");
    }

    @Override
    public void close() {}
}
