package org.tonmeister.gateway.view;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.TrackStage;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.TrackUpload;
import org.tonmeister.schemas.record.UploadNotice;

/**
 * The view's rules. Each call takes a track's state, null where there is none, and gives the one that follows. The topics
 * are read independently, so that anything may be heard of first, and again. What tells of a deleted upload gives the
 * state as it was. Pure.
 */
final class TrackLedger {
    private TrackLedger() {}

    /** Whether there is anything to show: what was deleted leaves only its marks. */
    static boolean isGone(TrackState state) {
        return state == null || state.getUploads().isEmpty();
    }

    /** An upload record was read. */
    static TrackState notice(String trackId, TrackState before, UploadNotice notice) {
        var draft = new TrackDraft(trackId, before, notice.getAt());
        if (notice.getDeletes()) {
            delete(draft, notice);
            return draft.state();
        }
        if (Deletions.cover(draft.deleted, notice.getUploadId())) {
            return before;
        }
        draft.uploads =
                Uploads.with(draft.uploads, Uploads.read(Uploads.find(draft.uploads, notice.getUploadId()), notice));
        return draft.state();
    }

    /** A stage told how far it is. */
    static TrackState progress(TrackState before, Progress progress, long at) {
        var draft = new TrackDraft(progress.getTrackId(), before, at);
        String uploadId = progress.getUploadId();
        if (Deletions.cover(draft.deleted, uploadId) || (uploadId.isEmpty() && isGone(before))) {
            return before;
        }
        if (uploadId.isEmpty()) {
            uploadId = draft.uploads.get(0).getUploadId();
        }
        hearOf(draft, uploadId, at);
        if (progress.getRequestId() == null || !Stages.isEnd(progress.getState())) {
            say(draft, uploadId, progress, at);
        }
        work(draft, uploadId, progress, at);
        return draft.state();
    }

    /** A mix was ordered. */
    static TrackState order(TrackState before, MixOrder order, long at) {
        var draft = new TrackDraft(order.getTrackId(), before, at);
        if (Deletions.cover(draft.deleted, order.getUploadId())) {
            return before;
        }
        hearOf(draft, order.getUploadId(), at);
        var upload = Uploads.find(draft.uploads, order.getUploadId());
        upload.ifPresent(known -> draft.uploads = Uploads.with(
                draft.uploads,
                TrackUpload.newBuilder(known)
                        .setStages(Stages.mended(known.getStages(), at))
                        .build()));
        draft.order = Orders.shown(draft.order, Orders.of(order, at), isOlder(draft, order.getUploadId()));
        if (Mixes.find(draft.mixes, order.getOrderId()).isEmpty()) {
            draft.works = Works.with(draft.works, Works.ordered(order, at));
        }
        return draft.state();
    }

    /** A mix is finished. */
    static TrackState mix(TrackState before, Mix mix, long at) {
        var draft = new TrackDraft(mix.getTrackId(), before, at);
        if (Deletions.cover(draft.deleted, mix.getUploadId())) {
            return before;
        }
        hearOf(draft, mix.getUploadId(), at);
        draft.works = Works.without(draft.works, mix.getOrderId());
        draft.mixes =
                Mixes.with(draft.mixes, Mixes.of(mix, Mixes.find(draft.mixes, mix.getOrderId()), at), draft.uploads);
        return draft.state();
    }

    private static void delete(TrackDraft draft, UploadNotice notice) {
        draft.deleted = Deletions.with(draft.deleted, notice.getUploadId());
        // In its own partition the place decides; elsewhere what was published before.
        for (TrackUpload upload : draft.uploads) {
            boolean elsewhere = !samePartition(upload.getUploadId(), notice.getUploadId());
            if (elsewhere && upload.getAt() <= notice.getAt()) {
                draft.deleted = Deletions.with(draft.deleted, upload.getUploadId());
            }
        }
        draft.uploads = draft.uploads.stream()
                .filter(upload -> !Deletions.cover(draft.deleted, upload.getUploadId()))
                .toList();
        Set<String> left = draft.uploads.stream().map(TrackUpload::getUploadId).collect(Collectors.toSet());
        draft.mixes = draft.mixes.stream()
                .filter(mix -> left.contains(mix.getUploadId()))
                .toList();
        draft.works = draft.works.stream()
                .filter(work -> left.contains(work.getUploadId()))
                .toList();
        if (draft.order != null && !left.contains(draft.order.getUploadId())) {
            draft.order = null;
        }
    }

    private static boolean samePartition(String uploadId, String other) {
        return UploadPlace.parse(uploadId)
                .flatMap(mine -> UploadPlace.parse(other).map(theirs -> mine.partition() == theirs.partition()))
                .orElse(false);
    }

    private static void hearOf(TrackDraft draft, String uploadId, long at) {
        if (Uploads.find(draft.uploads, uploadId).isEmpty()) {
            draft.uploads = Uploads.with(draft.uploads, Uploads.heardOf(uploadId, at));
        }
    }

    private static void say(TrackDraft draft, String uploadId, Progress progress, long at) {
        var said = new TrackStage(
                progress.getStage(),
                progress.getState(),
                progress.getFraction(),
                Texts.shortened(progress.getReason()),
                at);
        Uploads.find(draft.uploads, uploadId)
                .ifPresent(upload -> draft.uploads = Uploads.with(
                        draft.uploads,
                        TrackUpload.newBuilder(upload)
                                .setStages(Stages.with(upload.getStages(), said))
                                .build()));
    }

    /** Of an order the mix stage tells; of a request that comes to no order, the ensemble. */
    private static void work(TrackDraft draft, String uploadId, Progress progress, long at) {
        String orderId = progress.getOrderId() == null ? "" : progress.getOrderId();
        boolean refusedRequest = orderId.isEmpty()
                && progress.getRequestId() != null
                && progress.getStage().equals(Stages.ENSEMBLE)
                && Stages.isEnd(progress.getState());
        boolean ofOrder = !orderId.isEmpty() && Mixes.find(draft.mixes, orderId).isEmpty();
        if (refusedRequest || ofOrder) {
            draft.works =
                    Works.with(draft.works, Works.after(Works.find(draft.works, orderId), progress, uploadId, at));
        }
    }

    private static boolean isOlder(TrackDraft draft, String uploadId) {
        List<String> ids = draft.uploads.stream().map(TrackUpload::getUploadId).toList();
        return draft.order != null && ids.indexOf(uploadId) > ids.indexOf(draft.order.getUploadId());
    }
}
