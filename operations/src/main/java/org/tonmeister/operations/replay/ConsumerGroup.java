package org.tonmeister.operations.replay;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group of a service.
 *
 * @param id its name
 * @param service without the prefix, such as {@code predict-ast}
 * @param members it has now
 * @param positions what it has committed
 */
record ConsumerGroup(String id, String service, int members, Map<TopicPartition, OffsetAndMetadata> positions) {
    boolean reads(String topic) {
        return positions.keySet().stream()
                .anyMatch(partition -> partition.topic().equals(topic));
    }
}
