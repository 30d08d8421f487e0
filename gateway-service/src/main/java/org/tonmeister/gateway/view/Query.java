package org.tonmeister.gateway.view;

import java.util.Optional;
import org.tonmeister.schemas.record.TrackPhase;

/**
 * What is to be listed.
 *
 * @param phase only tracks that stand so; empty: all
 * @param text only tracks whose file name or id contains it, whatever the case; blank: all
 * @param cursor where an earlier page ended; empty: from the newest
 * @param limit at most so many, 1–{@value #MAX_LIMIT}
 */
public record Query(Optional<TrackPhase> phase, String text, Optional<String> cursor, int limit) {
    /** Most tracks of a page. */
    public static final int MAX_LIMIT = 200;

    /** Checks the limit. */
    public Query {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1–" + MAX_LIMIT + ", not " + limit);
        }
    }

    /** The newest {@code limit} tracks. */
    public static Query newest(int limit) {
        return new Query(Optional.empty(), "", Optional.empty(), limit);
    }
}
