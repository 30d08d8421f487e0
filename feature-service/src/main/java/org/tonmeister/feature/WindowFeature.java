package org.tonmeister.feature;

import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.schemas.Topic;

/**
 * Makes one kind of feature record: a pure function of the window. Those that feature-service runs stand in {@link
 * AudioHandler#installed()}; the encoder behind {@code ast-features} belongs there when there is one.
 *
 * @param <T> the record
 */
public interface WindowFeature<T extends SpecificRecordBase> {
    /** The topic of the records. */
    Topic topic();

    /** The record of a window. */
    T of(Window window);
}
