package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import java.util.Optional;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.view.TrackView;

/** Which uploads the log holds already. */
final class KnownUploads {
    private final TrackView view;
    private final UploadTail tail;
    private final Workers workers;

    KnownUploads(TrackView view, UploadTail tail, Workers workers) {
        this.view = view;
        this.tail = tail;
        this.workers = workers;
    }

    /** The newest upload of the track, in the view or, where that is behind, in the log itself. */
    Future<Optional<Accepted>> find(String trackId) {
        Optional<Accepted> seen = view.find(trackId)
                .filter(track -> !track.getUploads().isEmpty())
                .map(track -> new Accepted(trackId, track.getUploads().get(0).getUploadId()));
        return seen.isPresent()
                ? Future.succeededFuture(seen)
                : workers.call(() -> tail.find(trackId).map(uploadId -> new Accepted(trackId, uploadId)));
    }
}
