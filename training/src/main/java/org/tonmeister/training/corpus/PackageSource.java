package org.tonmeister.training.corpus;

import java.io.IOException;

/** Gives the contents of Debian packages. */
interface PackageSource {
    /**
     * Opens a package, fetching it if need be, and hands its files to the reader as a tar archive.
     *
     * @return the package's size in bytes
     * @throws CorpusException if the package cannot be had; the message says why
     */
    long open(String packageName, Program.Reader reader) throws IOException, CorpusException, InterruptedException;
}
