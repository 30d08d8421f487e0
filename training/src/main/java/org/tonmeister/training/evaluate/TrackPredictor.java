package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Something that sets parameters for the windows of a track. The same windows give the same estimates, to the last bit.
 * One thread uses it.
 */
public interface TrackPredictor extends AutoCloseable {
    /** The row of the table. */
    String name();

    /** Changes whenever its estimates do: estimates are kept under name and version. */
    String version();

    /**
     * What it says of each window.
     *
     * @param windows of one track, in time order
     * @param reference clean windows of another part of the same record; empty for none
     * @return one estimate for each of {@code windows}
     */
    List<Estimate> estimate(List<SpectrogramWindow> windows, List<SpectrogramWindow> reference);

    /** Whether a reference changes its estimates: then it has a row with and one without. */
    default boolean readsReference() {
        return false;
    }

    /** Size of its weights in bytes. */
    default long weightBytes() {
        return 0;
    }

    @Override
    default void close() {}
}
