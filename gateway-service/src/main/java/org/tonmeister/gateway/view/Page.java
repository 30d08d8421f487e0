package org.tonmeister.gateway.view;

import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.record.TrackState;

/**
 * Some tracks of a list.
 *
 * @param tracks newest upload first; may be empty
 * @param next cursor of what comes behind; empty: nothing does. It stays good whatever is uploaded or deleted meanwhile
 */
public record Page(List<TrackState> tracks, Optional<String> next) {
    /** Copies. */
    public Page {
        tracks = List.copyOf(tracks);
    }
}
