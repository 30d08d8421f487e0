package org.tonmeister.pipeline.trace;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.schemas.Topic;

/**
 * A record in somebody's hands.
 *
 * @param stage that works on it
 * @param group its consumer group
 * @param source which topic
 * @param topic the topic's full name
 * @param partition where it lies
 * @param offset where it lies
 * @param headers its own
 */
public record Received(
        String stage, String group, Topic source, String topic, int partition, long offset, Headers headers) {
    /** The record as a consumer polled it. */
    public static Received of(String stage, String group, Topic source, ConsumerRecord<?, ?> record) {
        return new Received(
                stage, group, source, record.topic(), record.partition(), record.offset(), record.headers());
    }
}
