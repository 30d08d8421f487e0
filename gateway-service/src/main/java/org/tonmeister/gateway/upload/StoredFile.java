package org.tonmeister.gateway.upload;

import java.util.Optional;
import org.tonmeister.schemas.record.LogRange;

/** A file whose bytes are in the log, and of which nobody knows yet. */
record StoredFile(String trackId, String fileName, Optional<String> mediaType, LogRange content) {}
