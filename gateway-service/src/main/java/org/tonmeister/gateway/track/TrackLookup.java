package org.tonmeister.gateway.track;

import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.view.TrackView;
import org.tonmeister.schemas.record.TrackState;

/** Finds the tracks that requests name. */
public final class TrackLookup {
    private final TrackView view;

    /** @param view of the tracks */
    public TrackLookup(TrackView view) {
        this.view = view;
    }

    /** @throws org.tonmeister.gateway.problem.ProblemException if there is none of this id */
    public TrackState require(String trackId) {
        return view.find(trackId)
                .orElseThrow(
                        () -> Problem.notFound("There is no track of this id: it was never uploaded, was deleted, or"
                                + " was uploaded a moment ago and is not seen yet"));
    }
}
