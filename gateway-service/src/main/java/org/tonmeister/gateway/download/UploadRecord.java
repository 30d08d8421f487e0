package org.tonmeister.gateway.download;

import java.nio.file.Path;
import org.tonmeister.schemas.record.LogRange;

/** What the upload record of an original turned out to be. */
sealed interface UploadRecord {
    /** It points at the bytes. */
    record Manifest(LogRange content) implements UploadRecord {}

    /** It was the bytes; they are in a file now. */
    record Spooled(Path file, long bytes) implements UploadRecord {}
}
