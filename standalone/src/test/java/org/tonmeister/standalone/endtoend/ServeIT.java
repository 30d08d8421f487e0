package org.tonmeister.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.standalone.Tonmeister;

/** A process that serves, and others that use it. */
class ServeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private int port;
    private int managementPort;
    private Process serve;

    @BeforeEach
    void start() throws Exception {
        port = freePort();
        managementPort = freePort();
        serve = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tonmeister.class.getName(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--management-port",
                        Integer.toString(managementPort),
                        "--data",
                        data().toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        await().atMost(PATIENCE).until(() -> said().contains("Stop:") || !serve.isAlive());
        assertThat(said()).contains("Tonmeister serves at 127.0.0.1:" + port).contains("kcat -P -b 127.0.0.1:" + port);
    }

    @AfterEach
    void kill() throws Exception {
        serve.destroyForcibly().waitFor();
    }

    @Test
    void mixAndListen_useTheProcessThatServes_andItStopsWhenTold() throws Exception {
        // Given
        Path source = Excerpt.writeAs(OutputFormat.MP3, folder.resolve("song.mp3"));
        Path heard = folder.resolve("heard");
        var listener = new Thread(() -> CommandLineRun.of(
                "listen", "--from-beginning", "--bootstrap", "127.0.0.1:" + port, "--data", data(), "--out", heard));
        listener.start();

        // When
        var byFolder = CommandLineRun.of("mix", source, "--data", data(), "--out", folder.resolve("by-folder"));
        var byAddress = CommandLineRun.of(
                "mix",
                source,
                "--bootstrap",
                "localhost:" + port,
                "--data",
                folder.resolve("other"),
                "--out",
                folder.resolve("by-address"));

        // Then
        assertThat(byFolder.exitCode()).as(byFolder.err()).isZero();
        assertThat(byAddress.exitCode()).as(byAddress.err()).isZero();
        assertThat(folder.resolve("other").resolve("kafka-4.3.1")).doesNotExist();
        await().atMost(PATIENCE).until(() -> Files.exists(heard.resolve("song.report.json")));
        assertThat(heard.resolve("song.mixed.flac"))
                .hasSameBinaryContentAs(folder.resolve("by-folder").resolve("song.mixed.flac"));
        assertThat(folder.resolve("by-address").resolve("song.mixed.flac"))
                .hasSameBinaryContentAs(heard.resolve("song.mixed.flac"));
        assertThat(get("/ready")).isEqualTo(200);
        assertThat(get("/metrics")).isEqualTo(200);
        listener.interrupt();
        listener.join();

        serve.destroy();
        assertThat(serve.waitFor(60, TimeUnit.SECONDS)).as("stops").isTrue();
        assertThat(said()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(data().resolve("kafka-4.3.1").resolve("address")).doesNotExist();
    }

    @Test
    void aSecondServe_isToldOfTheFirst() {
        var second = CommandLineRun.of("serve", "--data", data());

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err())
                .contains("process " + serve.pid() + " (serve)")
                .contains("127.0.0.1:" + port)
                .contains("--data");
    }

    private int get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path output() {
        return folder.resolve("serve.log");
    }

    private String said() throws Exception {
        return Files.exists(output()) ? Files.readString(output()) : "";
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
