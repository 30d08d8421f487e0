package org.tonmeister.pipeline.worker;

import java.io.OutputStream;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/**
 * Bytes written here become the records of a log range, cut to 512 KiB, sent through a {@link StageContext} and
 * committed in slices of a few MiB. The range is made by {@link #finish()}; until then nothing points at the records.
 */
public final class StageRangeOutput extends OutputStream {
    /**
     * @param context of the record in work; nothing else may be waiting to be sent in it, or it goes with the first slice
     * @param topic where the records go
     * @param key of every record
     */
    public StageRangeOutput(StageContext context, Topic topic, String key) {}

    @Override
    public void write(int b) {
        throw new UnsupportedOperationException("not yet written");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException("not yet written");
    }

    /** Bytes written so far. */
    public long bytes() {
        return 0;
    }

    /**
     * Commits the rest.
     *
     * @return the range of all bytes written
     * @throws IllegalStateException if nothing was written: a log range is never empty
     */
    public LogRange finish() {
        throw new UnsupportedOperationException("not yet written");
    }
}
