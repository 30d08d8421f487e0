package org.tonmeister.feature;

import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.schemas.Topic;

/**
 * Makes one kind of feature record: a pure function of the window. Those that feature-service runs stand in {@link
 * InstalledFeatures}. One thread uses it; what it holds is given up by {@link #close}.
 *
 * @param <T> the record
 */
public interface WindowFeature<T extends SpecificRecordBase> extends AutoCloseable {
    /** The topic of the records. */
    Topic topic();

    /** The record of a window. */
    T of(Window window);

    @Override
    default void close() {}
}
