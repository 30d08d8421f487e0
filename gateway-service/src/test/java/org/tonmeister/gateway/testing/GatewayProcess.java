package org.tonmeister.gateway.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tonmeister.gateway.GatewayService;
import org.tonmeister.pipeline.testing.TestPipeline;

/** A gateway in a process of its own, started as users start it. */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private GatewayProcess(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Started with this much heap, and ready. */
    public static GatewayProcess start(TestPipeline pipeline, Path folder, String heap) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        Path log = folder.resolve("gateway.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayService.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var settings = pipeline.settings();
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        builder.environment().put("TONMEISTER_TOPIC_PREFIX", settings.topicPrefix());
        builder.environment().put("TONMEISTER_PARTITIONS", Integer.toString(settings.partitions()));
        builder.environment().put("TONMEISTER_TEMP", folder.resolve("temp").toString());
        builder.environment().put("TONMEISTER_HTTP_PORT", Integer.toString(port));
        builder.environment().put("TONMEISTER_MANAGEMENT_PORT", Integer.toString(managementPort));
        var gateway = new GatewayProcess(builder.start(), log, port, managementPort);
        try {
            await().atMost(PATIENCE).until(() -> gateway.ready() || !gateway.process.isAlive());
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
        if (!gateway.process.isAlive()) {
            throw new IllegalStateException(gateway.said());
        }
        return gateway;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The address of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The most memory it ever had, resident; empty where the system does not say. */
    public String peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return !Files.exists(status)
                ? ""
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("");
    }

    /** Processor time so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All it printed. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ready() {
        try {
            var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/ready"))
                    .build();
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
