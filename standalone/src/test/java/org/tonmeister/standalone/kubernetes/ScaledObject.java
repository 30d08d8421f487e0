package org.tonmeister.standalone.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * KEDA's ScaledObject (keda.sh/v1alpha1), as its reference lists the fields; there is no library of them. A field that is
 * not listed is refused.
 */
record ScaledObject(String apiVersion, String kind, Map<String, Object> metadata, Spec spec) {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    record Spec(
            ScaleTargetRef scaleTargetRef,
            Integer pollingInterval,
            Integer cooldownPeriod,
            Integer initialCooldownPeriod,
            Integer idleReplicaCount,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record ScaleTargetRef(String apiVersion, String kind, String name, String envSourceContainerName) {}

    record Fallback(Integer failureThreshold, Integer replicas) {}

    record Advanced(
            Boolean restoreToOriginalReplicaCount, HorizontalPodAutoscalerConfig horizontalPodAutoscalerConfig) {}

    /** Its behaviour is Kubernetes' own. */
    record HorizontalPodAutoscalerConfig(String name, JsonNode behavior) {}

    record AuthenticationRef(String name, String kind) {}

    record Trigger(
            String type,
            String name,
            String metricType,
            Boolean useCachedMetrics,
            AuthenticationRef authenticationRef,
            Kafka metadata) {}

    /** Of a trigger of the type {@code kafka}; all texts. */
    record Kafka(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String activationLagThreshold,
            String offsetResetPolicy,
            String allowIdleConsumers,
            String scaleToZeroOnInvalidOffset,
            String excludePersistentLag,
            String limitToPartitionsWithLag,
            String version,
            String partitionLimitation,
            String sasl,
            String tls) {}

    static ScaledObject of(Manifest manifest) throws IOException {
        return STRICT.treeToValue(manifest.root(), ScaledObject.class);
    }
}
