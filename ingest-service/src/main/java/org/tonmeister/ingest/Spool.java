package org.tonmeister.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file for the bytes of one upload, so that decoders may seek in it; gone when closed. */
final class Spool implements AutoCloseable {
    private final Path file;

    Spool(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "tonmeister-upload-", ".bin");
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the temporary file " + file, e);
        }
    }
}
