package org.tonmeister.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/** Publishes whole files, under the caller's span. Thread-safe. */
final class TrackPublisher {
    private final TrackLog log;

    TrackPublisher(TrackLog log) {
        this.log = log;
    }

    PublishedTrack publish(
            String trackId, String fileName, InputStream in, MixOptions options, LongConsumer acknowledgedBytes)
            throws IOException {
        TrackLog.requireValid(trackId);
        Instant publishedAt = Instant.now();
        var file = new PushbackInputStream(in);
        int first = file.read();
        if (first < 0) {
            return new PublishedTrack(trackId, log.publishEmpty(trackId, fileName, noTrace()), publishedAt);
        }
        file.unread(first);
        var content = log.write(trackId, file, acknowledgedBytes);
        String uploadId = log.publish(trackId, new Upload(fileName, null, options, content), noTrace());
        return new PublishedTrack(trackId, uploadId, publishedAt);
    }

    private static Headers noTrace() {
        return new RecordHeaders();
    }
}
