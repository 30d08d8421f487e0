package org.tonmeister.gateway.testing;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonmeister.gateway.GatewayComponent;
import org.tonmeister.gateway.GatewaySettings;
import org.tonmeister.gateway.access.Tokens;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.trace.Tracing;

/** A real gateway on a free port, and a client of it. */
public final class RunningGateway implements AutoCloseable {
    /** Longer than anything takes. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final GatewayComponent gateway;

    private RunningGateway(PipelineSettings settings, GatewaySettings http) throws IOException {
        gateway = new GatewayComponent(settings, http, meters, Tracing.off());
        gateway.start();
    }

    /** Without tokens and with the usual limits. */
    public static RunningGateway start(TestPipeline pipeline, Path temp) throws IOException {
        return start(pipeline, temp, Optional.empty(), Limits.USUAL);
    }

    /** With tokens and limits of its own. */
    public static RunningGateway start(TestPipeline pipeline, Path temp, Optional<Tokens> tokens, Limits limits)
            throws IOException {
        return start(pipeline, temp, new GatewaySettings(LOOPBACK, 0, tokens, List.of(), limits));
    }

    /** Started, and ready. */
    public static RunningGateway start(TestPipeline pipeline, Path temp, GatewaySettings http) throws IOException {
        var settings = pipeline.settings().toBuilder().temp(temp).build();
        var gateway = new RunningGateway(settings, http);
        await().atMost(PATIENCE).until(gateway::ready);
        return gateway;
    }

    /** With the usual limits, where no broker answers. */
    public static RunningGateway startAlone(Path temp, Optional<Tokens> tokens) throws IOException {
        return startAlone(temp, new GatewaySettings(LOOPBACK, 0, tokens, List.of(), Limits.USUAL));
    }

    /** Started where no broker answers: it listens, and knows nothing. */
    public static RunningGateway startAlone(Path temp, GatewaySettings http) throws IOException {
        var settings = PipelineSettings.builder()
                .bootstrapServers("127.0.0.1:1")
                .temp(temp)
                .withoutManagement()
                .build();
        return new RunningGateway(settings, http);
    }

    /** Where it listens. */
    public int port() {
        return gateway.port();
    }

    /** Whether it says it is ready. */
    public boolean ready() {
        return gateway.ready();
    }

    /** How many uploads, downloads or event streams go on, by the gateway's own gauge. */
    public int underWay(String what) {
        return (int) meters.get("tonmeister.http." + what).gauge().value();
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A request to be finished. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    }

    /** Gets; {@code headers} are names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(with(request(path).GET(), headers));
    }

    /** Sends a body. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(with(request(path).method(method, body), headers));
    }

    /** Sends without a body. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /** The bytes of an answer. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return exchange(with(request(path).GET(), headers).build(), BodyHandlers.ofByteArray());
    }

    /** The client. */
    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        gateway.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
