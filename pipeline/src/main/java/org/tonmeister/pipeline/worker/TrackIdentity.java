package org.tonmeister.pipeline.worker;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/**
 * Whose work a record is.
 *
 * @param orderId the order it is; null: none
 * @param requestId the request that the order answers; null: none
 */
record TrackIdentity(String trackId, String uploadId, String orderId, String requestId) {
    TrackIdentity(String trackId, String uploadId) {
        this(trackId, uploadId, null, null);
    }

    /** What the record's place and key tell: both ids on the uploads topic, elsewhere not enough. */
    static Optional<TrackIdentity> of(Topic source, ConsumerRecord<byte[], byte[]> record) {
        return source == Topic.UPLOADS
                ? Optional.of(new TrackIdentity(TrackIds.of(record), UploadIds.of(record)))
                : Optional.empty();
    }

    /** Whether a progress record may be keyed by the id: a key of megabytes is no id. */
    boolean isUsable() {
        return !trackId.isEmpty() && trackId.length() <= TrackIds.MAX_LENGTH;
    }

    boolean isOf(String otherTrackId, String otherUploadId) {
        return trackId.equals(otherTrackId) && uploadId.equals(otherUploadId);
    }

    /** What a stage says of it. */
    Progress progress(String stage, ProgressState state, double fraction, String reason) {
        return new Progress(trackId, uploadId, stage, state, fraction, reason, requestId, orderId);
    }
}
