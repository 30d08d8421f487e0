package org.tonmeister.pipeline.worker;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.Progress;

/** Makes progress records. */
final class ProgressRecords {
    private final AvroSerde<Progress> serde = AvroSerde.of(Progress.class);
    private final String topic;

    ProgressRecords(TopicCatalogue catalogue) {
        this.topic = catalogue.name(Topic.PROGRESS);
    }

    /** A record for the key of {@code progress}, under the headers given. */
    Output of(Progress progress, Iterable<Header> headers) {
        byte[] key = progress.getTrackId().getBytes(StandardCharsets.UTF_8);
        return new Output(new ProducerRecord<>(topic, null, key, serde.encode(progress), headers), false);
    }
}
