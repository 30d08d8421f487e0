package org.tonmeister.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.predict.Models;
import org.tonmeister.schemas.Topic;

/** What the manifests say of each other, of the images and of the code. */
class ManifestReferencesTest {
    private static final Path HOME = Path.of("..");
    private static final String CONTAINER = "/spec/template/spec/containers/0";
    /** The longest that a service takes to hand over its work. */
    private static final int STOP_SECONDS = 25;

    static List<Manifest> deployments() throws IOException {
        return Manifest.ofKind("Deployment");
    }

    static List<Manifest> scaledObjects() throws IOException {
        return Manifest.ofKind("ScaledObject");
    }

    @Test
    void kustomization_namesEveryFileButTheExample() throws IOException {
        var listed = new ArrayList<String>();
        Manifest.ofKind("Kustomization").get(0).at("/resources").forEach(file -> listed.add(file.asText()));
        Set<String> files = new HashSet<>();
        Manifest.all().forEach(manifest -> files.add(manifest.file()));
        files.removeAll(Set.of("kustomization.yaml", "secrets.example.yaml"));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void everySelector_findsTheOneDeploymentOfItsName() throws IOException {
        var labels = new HashMap<String, JsonNode>();
        deployments()
                .forEach(deployment -> labels.put(deployment.name(), deployment.at("/spec/template/metadata/labels")));
        var selectors = Stream.of("Deployment", "PodDisruptionBudget", "Service")
                .flatMap(kind -> uncheckedOfKind(kind).stream())
                .toList();

        assertThat(selectors).hasSize(2 * labels.size() + 1).allSatisfy(manifest -> {
            JsonNode selector = manifest.kind().equals("Service")
                    ? manifest.at("/spec/selector")
                    : manifest.at("/spec/selector/matchLabels");
            assertThat(labels.get(manifest.name()).at("/app.kubernetes.io~1name"))
                    .isEqualTo(selector.at("/app.kubernetes.io~1name"));
            assertThat(selector.size()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void pods_mayDoLittle_andHaveTimeToEnd(Manifest deployment) throws IOException {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = deployment.at(CONTAINER);
        String dockerfile = Files.readString(HOME.resolve("Dockerfile"));

        assertThat(dockerfile)
                .contains("USER " + pod.at("/securityContext/runAsUser").asInt() + ":"
                        + pod.at("/securityContext/runAsGroup").asInt());
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/enableServiceLinks").asBoolean(true)).isFalse();
        assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThan(STOP_SECONDS);
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(texts(container.at("/volumeMounts"), "mountPath"))
                .contains(settings().get("TONMEISTER_TEMP"), "/tmp");
        assertThat(texts(container.at("/volumeMounts"), "name"))
                .containsExactlyInAnyOrderElementsOf(texts(pod.at("/volumes"), "name"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void probes_askTheManagementPort(Manifest deployment) throws IOException {
        JsonNode container = deployment.at(CONTAINER);
        var ports = new HashMap<String, Integer>();
        container
                .at("/ports")
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));

        assertThat(ports.get("management"))
                .isEqualTo(Integer.parseInt(settings().get("TONMEISTER_MANAGEMENT_PORT")));
        for (var probe : Map.of("startupProbe", "/live", "livenessProbe", "/live", "readinessProbe", "/ready")
                .entrySet()) {
            JsonNode get = container.path(probe.getKey()).path("httpGet");
            assertThat(get.path("path").asText()).isEqualTo(probe.getValue());
            assertThat(get.path("port").asText()).isEqualTo("management");
        }
    }

    @Test
    void images_areThoseOfTheComposeFile() throws IOException {
        var compose = new TreeSet<String>();
        var found = Pattern.compile("image: (tonmeister/[a-z-]+):")
                .matcher(Files.readString(HOME.resolve("docker-compose.yml")));
        while (found.find()) {
            compose.add(found.group(1));
        }
        var used = new TreeSet<String>();
        for (Manifest deployment : deployments()) {
            used.add(deployment.at(CONTAINER + "/image").asText().replaceAll(":.*", ""));
        }

        assertThat(used).isEqualTo(compose);
    }

    @Test
    void variables_areSettings_andTheirValuesAreTaken() throws IOException {
        String documented = Files.readString(HOME.resolve("docs/operations.md"))
                + Files.readString(HOME.resolve("predict-service/README.md"))
                + Files.readString(HOME.resolve("gateway-service/README.md"));
        var names = new TreeSet<>(settings().keySet());
        for (Manifest deployment : deployments()) {
            names.addAll(texts(deployment.at(CONTAINER + "/env"), "name"));
        }

        assertThat(names).allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
        var inForce = PipelineSettings.fromEnvironment(settings());
        assertThat(inForce.replicationFactor()).isEqualTo(3);
    }

    @Test
    void everyModel_hasOneDeployment_andTheEnsembleWaitsForAll() throws IOException {
        var models = Models.installed(new EnvironmentReader(Map.of())).names();
        var run = new ArrayList<String>();
        var awaited = new ArrayList<String>();
        for (Manifest deployment : deployments()) {
            for (JsonNode variable : deployment.at(CONTAINER + "/env")) {
                if (variable.path("name").asText().equals("TONMEISTER_MODELS")) {
                    (deployment.name().equals("ensemble") ? awaited : run)
                            .addAll(List.of(variable.path("value").asText().split(",")));
                }
            }
        }

        assertThat(run).containsExactlyInAnyOrderElementsOf(models);
        assertThat(awaited).containsExactlyElementsOf(models);
    }

    @Test
    void everyStage_isScaled_andTheGatewayIsNot() throws IOException {
        var scaled = scaledObjects().stream().map(Manifest::name).toList();
        var all = deployments().stream()
                .map(Manifest::name)
                .filter(name -> !name.equals("gateway"))
                .toList();

        assertThat(scaled).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("scaledObjects")
    void scaling_followsTheGroupOfTheStage_withinItsPartitions(Manifest manifest) throws IOException {
        var spec = ScaledObject.of(manifest).spec();
        var settings = PipelineSettings.fromEnvironment(settings());
        var source = source(spec.scaleTargetRef().name());

        assertThat(spec.scaleTargetRef().name()).isEqualTo(manifest.name());
        assertThat(spec.maxReplicaCount()).isBetween(spec.minReplicaCount(), settings.partitions());
        assertThat(spec.triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.type()).isEqualTo("kafka");
            var kafka = trigger.metadata();
            assertThat(kafka.bootstrapServers()).isEqualTo(settings.bootstrapServers());
            assertThat(kafka.consumerGroup()).isEqualTo(settings.groupId(manifest.name()));
            assertThat(kafka.topic()).isEqualTo(settings.catalogue().name(source));
            // The markers of transactions look like a lag of one in each partition.
            assertThat(Integer.parseInt(kafka.lagThreshold()) * spec.maxReplicaCount())
                    .isGreaterThan(settings.partitions());
        });
    }

    /** The topic that a stage reads. */
    private static Topic source(String stage) {
        return switch (stage) {
            case "ingest" -> Topic.UPLOADS;
            case "features" -> Topic.AUDIO;
            case "ensemble" -> Topic.PREDICTIONS;
            case "mix" -> Topic.MIX_ORDERS;
            case "predict-ast" -> Topic.AST_FEATURES;
            default -> Topic.SPECTROGRAMS;
        };
    }

    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        Manifest.ofKind("ConfigMap")
                .get(0)
                .at("/data")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static List<Manifest> uncheckedOfKind(String kind) {
        try {
            return Manifest.ofKind(kind);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
