package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.schemas.record.TrackUpload;
import org.tonmeister.schemas.record.UploadNotice;

/** The uploads of a track, newest first. */
final class Uploads {
    /** As many are remembered. */
    static final int MAX_UPLOADS = 20;

    private Uploads() {}

    static Optional<TrackUpload> find(List<TrackUpload> uploads, String uploadId) {
        return uploads.stream()
                .filter(upload -> upload.getUploadId().equals(uploadId))
                .findFirst();
    }

    /** An upload of which nothing is known but that it is there. */
    static TrackUpload heardOf(String uploadId, long at) {
        return TrackUpload.newBuilder().setUploadId(uploadId).setAt(at).build();
    }

    /** What is known of the upload once its record has been read. */
    static TrackUpload read(Optional<TrackUpload> before, UploadNotice notice) {
        return TrackUpload.newBuilder()
                .setUploadId(notice.getUploadId())
                .setFileName(Texts.shortened(notice.getFileName()))
                .setMediaType(notice.getMediaType())
                .setBytes(notice.getBytes())
                .setContent(notice.getContent())
                .setSeen(true)
                .setAt(notice.getAt())
                .setStages(before.map(TrackUpload::getStages).orElse(List.of()))
                .build();
    }

    /** The list with this upload in its place, instead of what was known of it before. */
    static List<TrackUpload> with(List<TrackUpload> uploads, TrackUpload upload) {
        var all = new ArrayList<>(uploads);
        all.removeIf(other -> other.getUploadId().equals(upload.getUploadId()));
        int place = 0;
        while (place < all.size() && !isLater(upload, all.get(place))) {
            place++;
        }
        all.add(place, upload);
        return List.copyOf(all.subList(0, Math.min(all.size(), MAX_UPLOADS)));
    }

    /** In one partition the offset decides, else the time. */
    static boolean isLater(TrackUpload upload, TrackUpload other) {
        var mine = UploadPlace.parse(upload.getUploadId());
        var theirs = UploadPlace.parse(other.getUploadId());
        if (mine.isPresent()
                && theirs.isPresent()
                && mine.get().partition() == theirs.get().partition()) {
            return mine.get().offset() > theirs.get().offset();
        }
        return upload.getAt() > other.getAt();
    }
}
