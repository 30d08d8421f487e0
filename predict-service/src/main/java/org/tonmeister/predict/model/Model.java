package org.tonmeister.predict.model;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * Sets the ten parameters for a window from that window alone. The same window gives the same estimate, to the last bit,
 * on any machine. One thread uses it; what it holds is given up by {@link #close}.
 *
 * @param <W> record of a window
 */
public interface Model<W extends SpecificRecordBase> extends AutoCloseable {
    /** Its name in settings, predictions and reports: letters, digits, dots, hyphens. */
    String name();

    /** Changes whenever its estimates do. */
    String version();

    /**
     * The parameters for a window.
     *
     * @throws IllegalArgumentException if the record is not one that this model reads
     */
    Estimate predict(W window);

    @Override
    default void close() {}
}
