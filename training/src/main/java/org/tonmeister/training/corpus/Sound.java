package org.tonmeister.training.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.training.command.TrainingException;

/** An audio file, fetched or made when it is asked for. */
@FunctionalInterface
public interface Sound {
    /**
     * Where it lies. The first call may take a while.
     *
     * @throws TrainingException if it cannot be had; the message says what to do
     */
    Path file() throws IOException, TrainingException, InterruptedException;
}
