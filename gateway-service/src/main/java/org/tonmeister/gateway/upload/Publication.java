package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.publish.TrackLog;
import org.tonmeister.schemas.record.MixOptions;

/** Makes files known whose bytes are in the log, each of them once. */
final class Publication {
    private final TrackLog log;
    private final Workers workers;
    private final KnownUploads known;

    Publication(UploadParts parts) {
        this.log = parts.log();
        this.workers = parts.workers();
        this.known = new KnownUploads(parts.view(), parts.tail(), parts.workers());
    }

    /** What an earlier request with the same key has brought. */
    Future<Optional<Accepted>> earlier(String trackId) {
        return known.find(trackId);
    }

    /**
     * Publishes the files, one after the other.
     *
     * @param named whether the request has a key: then a file that the log holds by now is not published again
     */
    Future<List<Accepted>> publish(List<StoredFile> files, MixOptions options, boolean named) {
        Future<List<Accepted>> published = Future.succeededFuture(new ArrayList<>());
        for (StoredFile file : files) {
            published =
                    published.compose(before -> publish(file, options, named).map(accepted -> {
                        before.add(accepted);
                        return before;
                    }));
        }
        return published;
    }

    private Future<Accepted> publish(StoredFile file, MixOptions options, boolean named) {
        Future<Optional<Accepted>> before =
                named ? known.find(file.trackId()) : Future.succeededFuture(Optional.empty());
        return before.compose(found ->
                found.map(Future::succeededFuture).orElseGet(() -> workers.call(() -> file.publish(log, options))));
    }
}
