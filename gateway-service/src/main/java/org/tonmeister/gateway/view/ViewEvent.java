package org.tonmeister.gateway.view;

import java.util.Optional;
import org.tonmeister.schemas.record.TrackState;

/**
 * One change.
 *
 * @param id names the place in the log behind this event, for {@link TrackView#watch}; printable ASCII without blanks
 * @param trackId whose change it is; empty for {@link Kind#RESET}
 * @param track the state after it; empty unless {@link Kind#CHANGED}
 */
public record ViewEvent(String id, Kind kind, String trackId, Optional<TrackState> track) {
    /** What happened. */
    public enum Kind {
        /** There is a new state. */
        CHANGED,
        /** The track is gone. */
        DELETED,
        /** What changed since the last event cannot be told one by one. */
        RESET
    }
}
