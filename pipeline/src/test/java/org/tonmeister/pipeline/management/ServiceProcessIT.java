package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.worker.TransactionalWorker;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class ServiceProcessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path temp;

    @Test
    void serviceCreatesItsTopics_getsReady_works_andStopsWhenTold(TestBroker broker) throws Exception {
        // Given
        String prefix = "service-" + System.nanoTime();
        var process = process(broker, prefix, environment -> TransactionalWorker.builder(
                        "copy",
                        Topic.UPLOADS,
                        environment.settings(),
                        () -> (record, context) -> context.send(Topic.AST_FEATURES, "track", record.value()))
                .meters(environment.meters())
                .build());

        // When
        var running = CompletableFuture.supplyAsync(process::run);
        await().atMost(PATIENCE)
                .until(() ->
                        process.managementPort() > 0 && get(process, "/ready").status() == 200);
        try (var pipeline = TestPipeline.existing(broker, prefix)) {
            pipeline.publish(Topic.UPLOADS, "track", "one");
            await().atMost(PATIENCE)
                    .until(() -> pipeline.texts(Topic.AST_FEATURES).contains("one"));
        }
        Answer metrics = get(process, "/metrics");
        boolean stopped = process.stop(20);

        // Then
        assertThat(stopped).isTrue();
        assertThat(running.get(1, TimeUnit.SECONDS)).isZero();
        assertThat(metrics.body())
                .contains("tonmeister_records_in_total{service=\"copying\",stage=\"copy\"} 1.0")
                .contains("tonmeister_transactions_committed_total{service=\"copying\",stage=\"copy\"} 1.0")
                .contains("kafka_consumer_fetch_manager_records_lag");
    }

    @Test
    void serviceThatDies_isExitCode1(TestBroker broker) throws Exception {
        // Given
        var component = new SwitchedComponent();
        var process = process(broker, "service-" + System.nanoTime(), environment -> component);
        var running = CompletableFuture.supplyAsync(process::run);
        await().atMost(PATIENCE).until(() -> component.calls.contains("start"));

        // When
        component.alive = false;

        // Then
        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(component.calls).containsExactly("start", "close");
    }

    @Test
    void withoutABroker_isAliveButNotReady_andStops(TestBroker broker) throws Exception {
        // Given a port where nobody listens
        var component = new SwitchedComponent();
        component.ready = true;
        var process = new ServiceProcess(
                "copying",
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "KAFKA_DEFAULT_API_TIMEOUT_MS", "1000",
                        "KAFKA_REQUEST_TIMEOUT_MS", "500",
                        "TONMEISTER_TEMP", temp.toString(),
                        "TONMEISTER_MANAGEMENT_HOST", "127.0.0.1",
                        "TONMEISTER_MANAGEMENT_PORT", "0"),
                environment -> component,
                System.err);

        // When
        var running = CompletableFuture.supplyAsync(process::run);
        await().atMost(PATIENCE).until(() -> process.managementPort() > 0);
        Answer live = get(process, "/live");
        Answer ready = get(process, "/ready");
        boolean stopped = process.stop(20);

        // Then
        assertThat(live.status()).isEqualTo(200);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(stopped).isTrue();
        assertThat(running.get(1, TimeUnit.SECONDS)).isZero();
        assertThat(component.calls).doesNotContain("start");
    }

    private ServiceProcess process(TestBroker broker, String prefix, ServiceFactory factory) {
        return new ServiceProcess(
                "copying",
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "TONMEISTER_TOPIC_PREFIX",
                        prefix,
                        "TONMEISTER_PARTITIONS",
                        "2",
                        "TONMEISTER_TEMP",
                        temp.toString(),
                        "TONMEISTER_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "TONMEISTER_MANAGEMENT_PORT",
                        "0"),
                factory,
                System.err);
    }

    private record Answer(int status, String body) {}

    private static Answer get(ServiceProcess process, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.managementPort() + path))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
