package org.tonmeister.gateway.upload;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.gateway.publish.TrackLog;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/**
 * A file whose bytes are in the log, and of which nobody knows yet.
 *
 * @param trace the trace context of the request
 */
record StoredFile(String trackId, String fileName, Optional<String> mediaType, LogRange content, Headers trace) {
    /** Makes it known; blocks until that is acknowledged. */
    Accepted publish(TrackLog log, MixOptions options) {
        var upload = new Upload(fileName, mediaType.orElse(null), options, content);
        return new Accepted(trackId, log.publish(trackId, upload, trace));
    }
}
