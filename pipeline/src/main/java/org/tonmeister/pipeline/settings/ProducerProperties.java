package org.tonmeister.pipeline.settings;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tonmeister.schemas.Topic;

/** What our producers have in common. The user's own settings stand above the tuned ones and below the fixed ones. */
final class ProducerProperties {
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;
    private static final int TRANSACTION_TIMEOUT_MS = 30_000;

    private ProducerProperties() {}

    static Map<String, Object> idempotent(PipelineSettings settings) {
        var properties = ClientKind.PRODUCER.select(settings.kafka());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        // PCM, FLAC and embeddings do not get smaller.
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        // Each transaction is flushed as a whole: waiting for more would only cost time.
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 64 * KIB);
        properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestRecordBytes());
        properties.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) largestRecordBytes() + 16 * MIB);
        properties.putIfAbsent(ProducerConfig.SEND_BUFFER_CONFIG, -1);
        return properties;
    }

    static Map<String, Object> transactional(PipelineSettings settings, String transactionalId) {
        var properties = idempotent(settings);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        // Transactions in close succession are turned away for some milliseconds: Kafka's 100 would be felt.
        properties.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        // Gives up before the broker ends the transaction by itself.
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS - 5_000);
        properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_TIMEOUT_MS - 5_000);
        return properties;
    }

    static int largestRecordBytes() {
        return Arrays.stream(Topic.values())
                .mapToInt(Topic::maxRecordBytes)
                .max()
                .orElseThrow();
    }
}
