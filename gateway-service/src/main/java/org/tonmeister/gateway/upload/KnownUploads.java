package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import java.util.Optional;
import org.tonmeister.client.TrackLog;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.view.TrackView;

/** Which uploads the log holds already. */
final class KnownUploads {
    private final TrackView view;
    private final TrackLog log;
    private final Workers workers;

    KnownUploads(TrackView view, TrackLog log, Workers workers) {
        this.view = view;
        this.log = log;
        this.workers = workers;
    }

    /** The newest upload of the track, in the view or, where that is behind, in the log itself. */
    Future<Optional<Accepted>> find(String trackId) {
        Optional<Accepted> seen = seen(trackId);
        return seen.isPresent()
                ? Future.succeededFuture(seen)
                : workers.call(() -> log.findRecent(trackId).map(uploadId -> new Accepted(trackId, uploadId)));
    }

    /** The newest upload of the track in the view. */
    Optional<Accepted> seen(String trackId) {
        return view.find(trackId)
                .filter(track -> !track.getUploads().isEmpty())
                .map(track -> new Accepted(trackId, track.getUploads().get(0).getUploadId()));
    }
}
