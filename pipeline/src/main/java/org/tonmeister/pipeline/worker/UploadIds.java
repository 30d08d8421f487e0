package org.tonmeister.pipeline.worker;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Upload ids: where the upload record is, as {@code partition-offset}. */
public final class UploadIds {
    private UploadIds() {}

    /** The id of the upload that {@code record} of the uploads topic is. */
    public static String of(ConsumerRecord<?, ?> record) {
        return of(record.partition(), record.offset());
    }

    /** The id of an upload just published. */
    public static String of(RecordMetadata published) {
        return of(published.partition(), published.offset());
    }

    /** The id of the upload at that place. */
    public static String of(int partition, long offset) {
        return partition + "-" + offset;
    }
}
