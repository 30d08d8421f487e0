package org.tonmeister.gateway;

import java.util.Map;
import org.tonmeister.pipeline.settings.PipelineSettings;

/** Somebody waits for the answer: Kafka's own patience of two minutes is too much. The user's settings stand above. */
final class ImpatientSettings {
    private static final Map<String, String> TIMES = Map.of(
            "producer.delivery.timeout.ms", "30000",
            "producer.request.timeout.ms", "10000",
            "producer.max.block.ms", "10000");

    private ImpatientSettings() {}

    static PipelineSettings of(PipelineSettings settings) {
        var builder = settings.toBuilder();
        TIMES.forEach((key, value) -> {
            String plain = key.substring(key.indexOf('.') + 1);
            if (!settings.kafka().containsKey(key) && !settings.kafka().containsKey(plain)) {
                builder.kafka(key, value);
            }
        });
        return builder.build();
    }
}
