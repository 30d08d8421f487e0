package org.tonmeister.gateway.view;

import java.util.Optional;
import org.tonmeister.schemas.record.TrackState;

/** A record of {@code tracks}. */
record FeedChange(int partition, long offset, String trackId, Optional<TrackState> state) {
    ViewEvent event(FeedPlace place) {
        var kind = state.isPresent() ? ViewEvent.Kind.CHANGED : ViewEvent.Kind.DELETED;
        return new ViewEvent(place.toString(), kind, trackId, state);
    }
}
