package org.tonmeister.pipeline.settings;

import java.util.HashMap;
import java.util.Map;

/** Properties of the Streams applications. By name, because this module does not depend on Kafka Streams. */
final class StreamsProperties {
    private StreamsProperties() {}

    static Map<String, Object> of(PipelineSettings settings, String applicationId) {
        var properties = new HashMap<String, Object>(settings.kafka());
        properties.put("application.id", applicationId);
        properties.put("processing.guarantee", "exactly_once_v2");
        properties.put("consumer.auto.offset.reset", "earliest");
        properties.putIfAbsent("num.stream.threads", settings.threads());
        properties.putIfAbsent("replication.factor", settings.replicationFactor());
        properties.putIfAbsent("state.dir", settings.temp().resolve("streams").toString());
        properties.putIfAbsent("consumer.session.timeout.ms", 15_000);
        properties.putIfAbsent("consumer.heartbeat.interval.ms", 1_000);
        return properties;
    }
}
