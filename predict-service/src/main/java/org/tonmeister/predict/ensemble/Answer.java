package org.tonmeister.predict.ensemble;

import java.util.List;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/**
 * What the ensemble says to the world.
 *
 * @param orders may be empty
 * @param progress may be empty
 */
record Answer(List<MixOrder> orders, List<Progress> progress) {
    static final String STAGE = "ensemble";
    static final Answer NONE = new Answer(List.of(), List.of());

    static Answer orders(String trackId, String uploadId, List<MixOrder> orders) {
        return new Answer(
                orders, List.of(new Progress(trackId, uploadId, STAGE, ProgressState.DONE, 1.0, null, null, null)));
    }

    static Answer waiting(String trackId, String uploadId, double fraction) {
        return new Answer(
                List.of(),
                List.of(new Progress(trackId, uploadId, STAGE, ProgressState.RUNNING, fraction, null, null, null)));
    }

    static Answer rejected(String trackId, String uploadId, String reason) {
        return new Answer(
                List.of(),
                List.of(new Progress(trackId, uploadId, STAGE, ProgressState.REJECTED, 0.0, reason, null, null)));
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
                        .toList());
    }

    boolean isEmpty() {
        return orders.isEmpty() && progress.isEmpty();
    }
}
