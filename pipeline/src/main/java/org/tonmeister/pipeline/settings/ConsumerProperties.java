package org.tonmeister.pipeline.settings;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What our consumers have in common. The user's own settings stand above the tuned ones and below the fixed ones. */
final class ConsumerProperties {
    private static final int MIB = 1 << 20;

    private ConsumerProperties() {}

    static Map<String, Object> ofGroup(PipelineSettings settings, String groupId) {
        var properties = common(settings);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Takes away only what moves: work on the other partitions goes on through a rebalance.
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // A killed instance's partitions are taken over after this, not after Kafka's 45 s.
        properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        // Nearly ten windows of 44.1 kHz PCM in one fetch; larger records come alone.
        properties.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * MIB);
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
        return properties;
    }

    static Map<String, Object> seeking(PipelineSettings settings) {
        var properties = common(settings);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * MIB);
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
        // A fetch that waits at the log's end holds up the first one after the next seek: Kafka's 500 ms for each
        // range.
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return properties;
    }

    private static Map<String, Object> common(PipelineSettings settings) {
        var properties = ClientKind.CONSUMER.select(settings.kafka());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        // The system's own window scaling; Kafka's 64 KiB throttles fetches of megabytes.
        properties.putIfAbsent(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        return properties;
    }
}
