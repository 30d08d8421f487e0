package org.tonmeister.gateway.view;

import java.util.List;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackOrder;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackUpload;
import org.tonmeister.schemas.record.TrackWork;

/** A state while it is changed; {@link #state()} then judges it. */
final class TrackDraft {
    List<TrackUpload> uploads;
    TrackOrder order;
    List<TrackWork> works;
    List<TrackMix> mixes;
    List<String> deleted;

    private final String trackId;
    private final long updatedAt;

    /** @param before null: nothing is known yet */
    TrackDraft(String trackId, TrackState before, long at) {
        this.trackId = trackId;
        this.updatedAt = before == null ? at : Math.max(at, before.getUpdatedAt());
        this.uploads = before == null ? List.of() : before.getUploads();
        this.order = before == null ? null : before.getOrder();
        this.works = before == null ? List.of() : before.getWork();
        this.mixes = before == null ? List.of() : before.getMixes();
        this.deleted = before == null ? List.of() : before.getDeleted();
    }

    TrackState state() {
        boolean gone = uploads.isEmpty();
        var newest = gone ? null : uploads.get(0);
        var phase = gone ? TrackPhase.QUEUED : Phases.of(newest, works, mixes);
        return new TrackState(
                trackId,
                phase,
                gone ? null : Phases.reason(phase, newest),
                gone ? updatedAt : newest.getAt(),
                updatedAt,
                uploads,
                order,
                works,
                mixes,
                deleted);
    }
}
