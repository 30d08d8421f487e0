package org.tonmeister.gateway.view;

import java.util.List;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackWork;

/**
 * What time does to a track. A mix is listed for as long as the topic that holds its bytes keeps them; a track is forgotten
 * when its uploads have expired and no mix is left.
 */
final class Expiry {
    private Expiry() {}

    /** The state without the mixes whose bytes are gone; the same one if there are none. */
    static TrackState readable(TrackState state, Retention retention, long nowMs) {
        List<TrackMix> mixes = state.getMixes().stream()
                .filter(mix -> !Retention.isOver(mix.getStoredAt(), retention.mixesMs(), nowMs))
                .toList();
        return mixes.size() == state.getMixes().size()
                ? state
                : TrackState.newBuilder(state).setMixes(mixes).build();
    }

    /** The state as it is kept from now on: with all mixes it still has, and without work that nobody does any more. */
    static TrackState kept(TrackState state, Retention retention, long nowMs) {
        TrackState readable = readable(state, retention, nowMs);
        List<TrackWork> works = readable.getWork().stream()
                .filter(work -> work.getState() != ProgressState.RUNNING
                        || !Retention.isOver(work.getAt(), retention.ordersMs(), nowMs))
                .toList();
        if (readable == state && works.size() == state.getWork().size()) {
            return state;
        }
        var draft = new TrackDraft(state.getTrackId(), readable, state.getUpdatedAt());
        draft.works = works;
        return draft.state();
    }

    /** Whether nothing is left of the track, or of the marks of its deletion. */
    static boolean isForgotten(TrackState state, Retention retention, long nowMs) {
        return readable(state, retention, nowMs).getMixes().isEmpty()
                && Retention.isOver(state.getUpdatedAt(), retention.uploadsMs(), nowMs);
    }
}
