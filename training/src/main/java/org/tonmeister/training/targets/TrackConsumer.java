package org.tonmeister.training.targets;

import java.io.IOException;
import java.util.List;

/** Takes the examples of one track after another. */
@FunctionalInterface
public interface TrackConsumer {
    /** @param examples all examples of one track, in the order in which they were made */
    void accept(List<ExampleWindows> examples) throws IOException;
}
