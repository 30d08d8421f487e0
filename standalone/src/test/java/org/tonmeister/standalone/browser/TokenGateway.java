package org.tonmeister.standalone.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.tonmeister.gateway.GatewayService;

/** A second gateway in front of the same broker, in a process of its own: one that asks for tokens. */
final class TokenGateway implements AutoCloseable {
    static final String ALL = "token-for-all";
    static final String READER = "token-for-reading";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Process process;
    private final URI address;

    private TokenGateway(Path folder, Process process, URI address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /** Starts it; returns when it shows tracks. */
    static TokenGateway start(String bootstrapServers) throws IOException {
        Path folder = Files.createTempDirectory("tonmeister-tokens");
        int port = Ports.free();
        Path tokens = Files.write(
                folder.resolve("tokens"),
                List.of("studio upload,read,admin " + sha256(ALL), "visitor read " + sha256(READER)));
        Path log = folder.resolve("gateway.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayService.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        environment.put("TONMEISTER_TEMP", folder.resolve("temp").toString());
        environment.put("TONMEISTER_MANAGEMENT_PORT", "off");
        environment.put("TONMEISTER_HTTP_PORT", Integer.toString(port));
        environment.put("TONMEISTER_TOKENS", tokens.toString());
        var gateway = new TokenGateway(folder, builder.start(), URI.create("http://localhost:" + port + "/"));
        try {
            await().atMost(PATIENCE).until(() -> gateway.showsTracks() || !gateway.process.isAlive());
        } catch (RuntimeException e) {
            gateway.process.destroyForcibly();
            throw e;
        }
        if (!gateway.process.isAlive()) {
            throw new IOException("the gateway did not start:\n" + Files.readString(log));
        }
        return gateway;
    }

    /** Where its console is. */
    URI address() {
        return address;
    }

    @Override
    public void close() throws Exception {
        ProcessEnd.of(process, folder);
    }

    private boolean showsTracks() throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("v1/tracks?limit=1"))
                .header("Authorization", "Bearer " + READER)
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
