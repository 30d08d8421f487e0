package org.tonmeister.training.targets;

import java.util.List;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * An example with some windows of its sound.
 *
 * @param example the truth
 * @param windows in the order of time; need not be all windows of the track
 */
public record ExampleWindows(Example example, List<SpectrogramWindow> windows) {
    public ExampleWindows {
        windows = List.copyOf(windows);
    }
}
