package org.tonmeister.gateway.download;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.pipeline.logrange.LogRangePartReader;
import org.tonmeister.pipeline.logrange.RangePart;
import org.tonmeister.pipeline.logrange.RangePlace;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.record.LogRange;

/** A few readers of the log, each with a thread, shared by all downloads. Thread-safe. */
public final class PartReaders implements AutoCloseable {
    private static final int READERS = 4;
    private static final int PART_BYTES = 512 << 10;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final PipelineSettings settings;
    private final Workers workers;
    private final ConcurrentLinkedQueue<LogRangePartReader> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param settings how to reach Kafka
     * @param downloads how many downloads there may be at once
     */
    public PartReaders(PipelineSettings settings, int downloads) {
        this.settings = settings;
        this.workers = new Workers("gateway-download", READERS, Math.max(1, downloads));
    }

    /** Some bytes from {@code position} on. */
    Future<RangePart> read(LogRange range, RangePlace from, long position) {
        return workers.call(() -> {
            LogRangePartReader reader = idle.poll();
            if (reader == null) {
                reader = LogRangePartReader.open(settings);
            }
            try {
                return reader.read(range, from, position, PART_BYTES);
            } finally {
                idle.add(reader);
            }
        });
    }

    @Override
    public void close() {
        workers.close(CLOSE_PATIENCE);
        for (LogRangePartReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
