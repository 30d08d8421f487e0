package org.tonmeister.gateway.view;

import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackMix;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackStage;
import org.tonmeister.schemas.record.TrackUpload;
import org.tonmeister.schemas.record.TrackWork;

/**
 * Judges where a track stands, by its newest upload alone. A remix that is refused changes nothing about a track that has
 * a mix.
 */
final class Phases {
    private Phases() {}

    static TrackPhase of(TrackUpload newest, List<TrackWork> works, List<TrackMix> mixes) {
        String uploadId = newest.getUploadId();
        boolean underWay = works.stream()
                .anyMatch(work -> work.getUploadId().equals(uploadId) && work.getState() == ProgressState.RUNNING);
        if (underWay) {
            return TrackPhase.WORKING;
        }
        if (mixes.stream().anyMatch(mix -> mix.getUploadId().equals(uploadId))) {
            return TrackPhase.DONE;
        }
        Optional<TrackStage> givenUp = Stages.givenUp(newest.getStages());
        if (givenUp.isPresent()) {
            return givenUp.get().getState() == ProgressState.REJECTED ? TrackPhase.REJECTED : TrackPhase.FAILED;
        }
        return newest.getStages().isEmpty() ? TrackPhase.QUEUED : TrackPhase.WORKING;
    }

    /** Why there is no mix; null unless it was rejected or failed. */
    static String reason(TrackPhase phase, TrackUpload newest) {
        return phase == TrackPhase.REJECTED || phase == TrackPhase.FAILED
                ? Stages.givenUp(newest.getStages()).map(TrackStage::getReason).orElse(null)
                : null;
    }
}
