package org.tonmeister.pipeline.logrange;

import java.io.IOException;

/**
 * Takes the records of a log range, in order.
 *
 * @param <T> what a record is
 */
@FunctionalInterface
public interface RecordSink<T> {
    /** The next record. Valid during the call only. */
    void accept(T record) throws IOException;
}
