package org.tonmeister.predict.ensemble;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** What the ensemble sets otherwise than Kafka; the user's own settings stand above. */
final class EnsembleProperties {
    static final Map<String, Object> OVER_KAFKAS = Map.of(
            // Orders are committed at once; this is how long windows may wait.
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            100,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            4 << 20,
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            StoreLimits.class,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            EnsembleDeadLetters.class,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            EnsembleDeadLetters.class,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            true);

    private EnsembleProperties() {}
}
