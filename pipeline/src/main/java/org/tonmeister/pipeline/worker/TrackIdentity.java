package org.tonmeister.pipeline.worker;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.schemas.Topic;

/** Whose work a record is. */
record TrackIdentity(String trackId, String uploadId) {
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
}
