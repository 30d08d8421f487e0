package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.TrackWork;

/** The mixes of a track that are under way, and those that did not come about. Newest first. */
final class Works {
    /** As many are remembered. */
    static final int MAX_WORKS = 30;

    private Works() {}

    static TrackWork ordered(MixOrder order, long at) {
        return new TrackWork(
                order.getUploadId(),
                order.getOrderId(),
                order.getRequestId(),
                order.getVariant(),
                order.getRevision(),
                ProgressState.RUNNING,
                0.0,
                null,
                at);
    }

    /** The work that a progress record tells of, after it. */
    static TrackWork after(Optional<TrackWork> before, Progress progress, String uploadId, long at) {
        // Done is only said by the mix itself.
        var state = progress.getState() == ProgressState.DONE ? ProgressState.RUNNING : progress.getState();
        return new TrackWork(
                uploadId,
                progress.getOrderId() == null ? "" : progress.getOrderId(),
                progress.getRequestId(),
                before.map(TrackWork::getVariant).orElse(""),
                before.map(TrackWork::getRevision).orElse(0),
                state,
                progress.getFraction(),
                Texts.shortened(progress.getReason()),
                at);
    }

    static Optional<TrackWork> find(List<TrackWork> works, String orderId) {
        return works.stream()
                .filter(work -> !orderId.isEmpty() && work.getOrderId().equals(orderId))
                .findFirst();
    }

    /** The list with this one in front, instead of what was known of it before. */
    static List<TrackWork> with(List<TrackWork> works, TrackWork work) {
        var all = new ArrayList<TrackWork>();
        all.add(work);
        works.stream().filter(other -> !isSame(other, work)).forEach(all::add);
        return List.copyOf(all.subList(0, Math.min(all.size(), MAX_WORKS)));
    }

    static List<TrackWork> without(List<TrackWork> works, String orderId) {
        return works.stream().filter(work -> !work.getOrderId().equals(orderId)).toList();
    }

    private static boolean isSame(TrackWork work, TrackWork other) {
        return work.getOrderId().equals(other.getOrderId())
                && (!work.getOrderId().isEmpty()
                        || (work.getRequestId() != null && work.getRequestId().equals(other.getRequestId())));
    }
}
