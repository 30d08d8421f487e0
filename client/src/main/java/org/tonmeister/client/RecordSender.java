package org.tonmeister.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.pipeline.trace.TraceSpan;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** Sends single records, each under a span of its own, and waits until they are acknowledged. Thread-safe. */
final class RecordSender {
    private final Producer<byte[], byte[]> producer;
    private final TopicCatalogue catalogue;
    private final Tracing tracing;

    /** @param producer remains the caller's */
    RecordSender(Producer<byte[], byte[]> producer, TopicCatalogue catalogue, Tracing tracing) {
        this.producer = producer;
        this.catalogue = catalogue;
        this.tracing = tracing;
    }

    /**
     * Sends one record.
     *
     * @param cause headers with the trace context of what asked for it; may be empty
     * @param headers of the record, beside those of its trace
     * @throws KafkaException if the broker does not take it
     */
    RecordMetadata send(Topic topic, String trackId, byte[] value, Headers cause, Header... headers) {
        String name = catalogue.name(topic);
        try (var span = tracing.publish(topic, name, cause)) {
            var record =
                    new ProducerRecord<>(name, null, trackId.getBytes(StandardCharsets.UTF_8), value, span.headers());
            for (Header header : headers) {
                record.headers().add(header);
            }
            return acknowledged(record, span);
        }
    }

    private RecordMetadata acknowledged(ProducerRecord<byte[], byte[]> record, TraceSpan span) {
        try {
            RecordMetadata place = producer.send(record).get();
            span.done();
            return place;
        } catch (ExecutionException e) {
            span.failed(e.getCause().getMessage());
            throw new KafkaException(
                    "The broker did not take the record: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
