package org.tonmeister.predict.ensemble;

import java.util.List;
import java.util.Optional;
import org.tonmeister.pipeline.worker.RejectionReason;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/**
 * What the ensemble says to the world.
 *
 * @param orders may be empty
 * @param progress may be empty
 * @param rejection if nothing can come of it: why, in a word
 */
record Answer(List<MixOrder> orders, List<Progress> progress, Optional<RejectionReason> rejection) {
    static final String STAGE = "ensemble";
    static final Answer NONE = new Answer(List.of(), List.of(), Optional.empty());

    static Answer orders(String trackId, String uploadId, List<MixOrder> orders) {
        return new Answer(
                orders,
                List.of(new Progress(trackId, uploadId, STAGE, ProgressState.DONE, 1.0, null, null, null)),
                Optional.empty());
    }

    static Answer waiting(String trackId, String uploadId, double fraction) {
        return new Answer(
                List.of(),
                List.of(new Progress(trackId, uploadId, STAGE, ProgressState.RUNNING, fraction, null, null, null)),
                Optional.empty());
    }

    static Answer rejected(String trackId, String uploadId, RejectionReason kind, String reason) {
        return new Answer(
                List.of(),
                List.of(new Progress(trackId, uploadId, STAGE, ProgressState.REJECTED, 0.0, reason, null, null)),
                Optional.of(kind));
    }

    /** The same, said to whoever made the request. */
    Answer to(String requestId) {
        return new Answer(
                orders.stream()
                        .map(order -> MixOrder.newBuilder(order)
                                .setRequestId(requestId)
                                .build())
                        .toList(),
                progress.stream()
                        .map(said -> Progress.newBuilder(said)
                                .setRequestId(requestId)
                                .build())
                        .toList(),
                rejection);
    }

    boolean isEmpty() {
        return orders.isEmpty() && progress.isEmpty();
    }
}
