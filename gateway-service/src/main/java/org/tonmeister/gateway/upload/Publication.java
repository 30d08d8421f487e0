package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.client.TrackLog;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.Upload;

/** Makes files known whose bytes are in the log. */
final class Publication {
    private final TrackLog log;
    private final Workers workers;
    private final KnownUploads known;

    Publication(UploadParts parts) {
        this.log = parts.log();
        this.workers = parts.workers();
        this.known = new KnownUploads(parts.view(), parts.log(), parts.workers());
    }

    /** What an earlier request with the same key has brought. */
    Future<Optional<Accepted>> earlier(String trackId) {
        return known.find(trackId);
    }

    /**
     * Publishes the files of a request.
     *
     * @param key the request's: then a file that the log holds by now is not published again
     * @param trace the trace context of the request
     */
    Future<List<Accepted>> publish(
            List<StoredFile> files, MixOptions options, Optional<IdempotencyKey> key, Headers trace) {
        return key.map(name -> once(files, options, name, trace))
                .orElseGet(() -> workers.call(() -> files.stream()
                        .map(file ->
                                new Accepted(file.trackId(), log.publish(file.trackId(), file.upload(options), trace)))
                        .toList()));
    }

    private Future<List<Accepted>> once(List<StoredFile> files, MixOptions options, IdempotencyKey key, Headers trace) {
        var uploadIds = new HashMap<String, String>();
        // What is older than the log's end that is looked at below.
        files.forEach(file -> known.seen(file.trackId())
                .ifPresent(accepted -> uploadIds.put(accepted.trackId(), accepted.uploadId())));
        Map<String, Upload> missing = new LinkedHashMap<>();
        files.stream()
                .filter(file -> !uploadIds.containsKey(file.trackId()))
                .forEach(file -> missing.put(file.trackId(), file.upload(options)));
        Future<Map<String, String>> published = missing.isEmpty()
                ? Future.succeededFuture(Map.of())
                : workers.call(() -> log.publishOnce(key.trackId(0), missing, trace));
        return published.map(ids -> {
            uploadIds.putAll(ids);
            return files.stream()
                    .map(file -> new Accepted(file.trackId(), uploadIds.get(file.trackId())))
                    .toList();
        });
    }
}
