package org.tonmeister.training.command;

import picocli.CommandLine.Option;

/** How many threads work; a mixin for commands. */
public final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Tracks worked on at once.")
    private int threads;

    /**
     * How many.
     *
     * @throws TrainingException if fewer than one
     */
    public int count() throws TrainingException {
        if (threads < 1) {
            throw new TrainingException("--threads must be 1 or more");
        }
        return threads;
    }
}
