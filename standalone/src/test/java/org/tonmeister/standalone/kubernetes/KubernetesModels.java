package org.tonmeister.standalone.kubernetes;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscalerBehavior;
import java.io.IOException;
import java.util.Map;

/** What Kubernetes' own client knows of the types: which fields there are, and which must be there. */
final class KubernetesModels {
    private static final String KUSTOMIZATION = "kustomize.config.k8s.io/v1beta1 Kustomization";
    private static final String SCALED_OBJECT = "keda.sh/v1alpha1 ScaledObject";

    /** Throws {@link IllegalArgumentException} for what the type does not know. */
    @FunctionalInterface
    private interface Check {
        void of(JsonElement element) throws IOException;
    }

    private static final Map<String, Check> TYPES = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "v1 Secret", V1Secret::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

    private KubernetesModels() {}

    /**
     * Checks a manifest against the model of its type.
     *
     * @throws IllegalArgumentException if it has a field that there is not, lacks one, or is of another type
     */
    static void check(Manifest manifest) throws IOException {
        switch (manifest.type()) {
            case KUSTOMIZATION -> {}
            case SCALED_OBJECT -> {
                var behavior = ScaledObject.of(manifest)
                        .spec()
                        .advanced()
                        .horizontalPodAutoscalerConfig()
                        .behavior();
                V2HorizontalPodAutoscalerBehavior.validateJsonElement(JsonParser.parseString(behavior.toString()));
            }
            default -> {
                Check check = TYPES.get(manifest.type());
                if (check == null) {
                    throw new IllegalArgumentException("No such type: " + manifest.type());
                }
                check.of(JsonParser.parseString(manifest.root().toString()));
            }
        }
    }
}
