package org.tonmeister.training.evaluate;

import java.util.List;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Something that sets parameters for the windows of a track. The same windows give the same estimates, to the last bit.
 * One thread uses it.
 */
public interface TrackPredictor {
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
}
