package org.tonmeister.gateway.view;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonmeister.schemas.record.TrackState;

/**
 * The tracks as they stand. Thread-safe. Answers come from this machine's own copy, without asking the broker:
 * {@link #find} decodes one record and may be called on an event loop; {@link #list} decodes as many as the page has, and
 * with a filter looks at all tracks until the page is full, so it belongs on a worker thread. While the copy is being made
 * at a start they throw {@link ViewNotReadyException}.
 *
 * <p>Mixes whose bytes have expired from the log are left out of the states that are given; those about to expire may be
 * gone by the time they are read.
 */
public interface TrackView {
    /**
     * The state of a track; empty if there is none, or it was deleted.
     *
     * @throws ViewNotReadyException if the view is not complete yet
     */
    Optional<TrackState> find(String trackId);

    /**
     * One page of tracks, the newest upload first.
     *
     * @throws IllegalArgumentException if the cursor is none of ours
     * @throws ViewNotReadyException if the view is not complete yet
     */
    Page list(Query query);

    /**
     * Tells of every change of every track from now on, each with the track's state after it, in the order of the log.
     *
     * <p>With the id of an earlier event, what has changed since then comes first; of several changes of a track that lie
     * back, only the last is certain to come. If too much has changed, or the id means nothing (any more), the first event
     * is a {@link ViewEvent.Kind#RESET}: load what you show again.
     *
     * @param lastEventId the id of the last event known, by any gateway of this log
     * @param listener is called by one thread at a time, which must not be held up: hand the event over and return
     * @return ends the watch when closed; no event comes after that but the one that may be under way
     */
    Watch watch(Optional<String> lastEventId, Consumer<ViewEvent> listener);

    /** A watch under way. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
