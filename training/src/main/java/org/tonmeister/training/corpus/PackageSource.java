package org.tonmeister.training.corpus;

import java.io.IOException;
import org.tonmeister.training.command.TrainingException;

/** Gives the contents of Debian packages. */
interface PackageSource {
    /**
     * Opens a package, fetching it if need be, and hands its files to the reader as a tar archive.
     *
     * @return the package's size in bytes
     * @throws TrainingException if the package cannot be had; the message says why
     */
    long open(String packageName, Program.Reader reader) throws IOException, TrainingException, InterruptedException;
}
