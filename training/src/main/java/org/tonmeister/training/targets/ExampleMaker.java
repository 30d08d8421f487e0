package org.tonmeister.training.targets;

import java.io.IOException;
import org.tonmeister.training.command.TrainingException;

/**
 * Makes the examples of one track after the other into one set; called by several threads.
 *
 * @param <T> what it makes them of
 */
public interface ExampleMaker<T> {
    /** Whether the track's examples are there already, of the same recipe. */
    boolean isFinished(T track) throws IOException;

    /**
     * Makes a track's examples.
     *
     * @return how many windows they have
     * @throws TrainingException if the track is not there or cannot be used
     */
    int make(T track) throws TrainingException, IOException, InterruptedException;
}
