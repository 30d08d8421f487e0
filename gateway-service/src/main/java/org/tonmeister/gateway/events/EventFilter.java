package org.tonmeister.gateway.events;

import java.util.Optional;
import org.tonmeister.gateway.view.ViewEvent;
import org.tonmeister.schemas.record.TrackState;

/**
 * What a stream tells of.
 *
 * @param beginning a track to begin with, and to tell of only; empty: of all
 */
record EventFilter(Optional<TrackState> beginning) {
    static EventFilter all() {
        return new EventFilter(Optional.empty());
    }

    static EventFilter of(TrackState track) {
        return new EventFilter(Optional.of(track));
    }

    boolean lets(ViewEvent event) {
        return event.kind() == ViewEvent.Kind.RESET
                || beginning
                        .map(track -> track.getTrackId().equals(event.trackId()))
                        .orElse(true);
    }
}
