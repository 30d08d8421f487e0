package org.tonmeister.pipeline.logrange;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/**
 * Writes bytes to a topic as a log range, without a transaction: for those who publish. Memory is bounded by the
 * producer's buffer, whatever the length. Thread-safe.
 */
public final class LogRangeWriter implements AutoCloseable {
    private LogRangeWriter() {}

    /** A writer with a producer of its own. */
    public static LogRangeWriter open(PipelineSettings settings) {
        return new LogRangeWriter();
    }

    /**
     * Writes all of {@code in} to {@code topic}, in records of at most 512 KiB.
     *
     * @param key of every record; decides the partition
     * @param acknowledgedBytes told how many bytes are safe, now and then, from another thread
     * @return the range, when all copies of every record are acknowledged
     * @throws IOException from {@code in}, or if it is empty
     * @throws org.apache.kafka.common.KafkaException if the broker refuses or cannot be reached
     */
    public LogRange write(Topic topic, String key, InputStream in, LongConsumer acknowledgedBytes) throws IOException {
        throw new UnsupportedOperationException("not yet written");
    }

    @Override
    public void close() {}
}
