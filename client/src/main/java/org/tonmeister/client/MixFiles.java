package org.tonmeister.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.record.Mix;

/** Fetches mixes into files. Thread-safe. */
final class MixFiles implements AutoCloseable {
    private final LogRangeReader ranges;

    MixFiles(PipelineSettings settings) {
        this.ranges = LogRangeReader.open(settings);
    }

    synchronized void save(Mix mix, Path file) throws IOException {
        // Not a temporary file: those are for their owner's eyes only, and so the mix would be.
        Path partial = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                ranges.copyTo(mix.getContent(), out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public synchronized void close() {
        ranges.close();
    }
}
