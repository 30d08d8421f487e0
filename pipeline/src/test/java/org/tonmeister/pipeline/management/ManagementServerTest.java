package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.settings.ManagementAddress;

class ManagementServerTest {
    private static final ManagementAddress ANY_PORT = new ManagementAddress("127.0.0.1", 0);

    private final SwitchedComponent component = new SwitchedComponent();
    private final ServiceMetrics metrics = new ServiceMetrics("test-service");
    private ManagementServer server;

    @BeforeEach
    void start() throws IOException {
        server = ManagementServer.start(ANY_PORT, component, metrics.registry());
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void ready_followsTheComponent() throws Exception {
        assertThat(get("/ready").statusCode()).isEqualTo(503);

        component.ready = true;

        assertThat(get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void live_doesNotDependOnReadiness() throws Exception {
        assertThat(get("/live").statusCode()).isEqualTo(200);

        component.alive = false;

        assertThat(get("/live").statusCode()).isEqualTo(503);
    }

    @Test
    void metrics_areThoseOfTheRegistryAndTheJvm_forPrometheus() throws Exception {
        metrics.registry().counter("tonmeister.things").increment(3);

        HttpResponse<String> response = get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains("tonmeister_things_total{service=\"test-service\"} 3.0")
                .contains("jvm_memory_used_bytes{", "process_uptime_seconds{", "jvm_threads_live_threads{");
    }

    @Test
    void otherPathsAndMethods_areRefused() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/readyish").statusCode()).isEqualTo(404);
        assertThat(get("/ready/x").statusCode()).isEqualTo(404);
        assertThat(send(request("/metrics").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void portInUse_isNamed() {
        var taken = new ManagementAddress("127.0.0.1", server.port());

        assertThatThrownBy(() -> ManagementServer.start(taken, component, metrics.registry()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + server.port() + ":");
    }

    @Test
    void unknownHost_isNamed() {
        var nowhere = new ManagementAddress("no-such-host.invalid", 0);

        assertThatThrownBy(() -> ManagementServer.start(nowhere, component, metrics.registry()))
                .hasMessage("Cannot listen on no-such-host.invalid: no such host");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
