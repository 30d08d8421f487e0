package org.tonmeister.gateway.view;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** What the view sets otherwise than Kafka; the user's own settings stand above. */
final class ViewProperties {
    private static final Map<String, Object> OVER_KAFKAS = Map.of(
            // How old what is shown may be.
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            100,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            0,
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            ViewStoreLimits.class,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            ViewFaults.class,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            ViewFaults.class,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            true,
            // One thread suffices for what people upload.
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            1,
            // An upload may be 32 MiB: one at a time.
            StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
            2 << 20);

    private ViewProperties() {}

    static Properties of(PipelineSettings settings) {
        var properties = new Properties();
        properties.putAll(settings.streams(settings.groupId(GatewayView.STAGE)));
        OVER_KAFKAS.forEach((key, value) -> {
            if (!settings.kafka().containsKey(key)) {
                properties.put(key, value);
            }
        });
        return properties;
    }
}
