package org.tonmeister.gateway.upload;

import java.util.Optional;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/** A file whose bytes are in the log, and of which nobody knows yet. */
record StoredFile(String trackId, String fileName, Optional<String> mediaType, LogRange content) {
    /** The record that makes it known. */
    Upload upload(MixOptions options) {
        return new Upload(fileName, mediaType.orElse(null), options, content);
    }
}
