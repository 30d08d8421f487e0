package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.RunningGateway.PATIENCE;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** What becomes of requests that are under way when the gateway is told to stop. */
@ExtendWith(SharedBroker.class)
class DrainIT {
    /** More than the sockets' buffers hold. */
    private static final byte[] FILE = Noise.bytes(16 << 20);

    @TempDir
    private Path temp;

    private TestPipeline pipeline;
    private RunningGateway gateway;

    @BeforeEach
    void start(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void stop() {
        gateway.close();
        pipeline.close();
    }

    @Test
    void whoHasBegunMayFinish_andWhoComesThenIsSentAway() throws Exception {
        // Given
        start(PATIENCE);
        try (var download = download();
                var upload = upload("under-way");
                var events = new OpenConnection(gateway.port(), "", "GET /v1/events HTTP/1.1")) {
            assertThat(events.firstLine()).contains("200");

            var vanishing = upload("vanishing");

            // When
            var closing = CompletableFuture.runAsync(gateway::close);

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> {
                var refused = gateway.get("/v1/tracks");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            });
            assertThat(gateway.ready()).isFalse();
            try (var another = new OpenConnection(gateway.port(), "", "GET / HTTP/1.1")) {
                assertThat(text(another.rest()))
                        .as("answered, and closed")
                        .startsWith("HTTP/1.1 503")
                        .containsIgnoringCase("\r\nConnection: close\r\n")
                        .contains("stopping");
            }
            assertThat(text(events.rest())).as("the stream's end").endsWith("0\r\n\r\n");
            assertThat(closing).as("guard: it waits").isNotDone();

            upload.send("music");
            assertThat(text(upload.rest()).strip())
                    .startsWith("HTTP/1.1 202")
                    .containsIgnoringCase("\r\nConnection: close\r\n")
                    .contains("\"trackId\":\"under-way\"");
            byte[] rest = download.rest();
            assertThat(Arrays.copyOfRange(rest, rest.length - FILE.length, rest.length))
                    .isEqualTo(FILE);
            vanishing.close();
            closing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(published()).containsExactly("song", "under-way");
        }
    }

    @Test
    void whatStalls_isBrokenOffAtTheBound() throws Exception {
        // Given
        start(Duration.ofMillis(100));
        try (var download = download();
                var upload = upload("under-way")) {
            // When
            gateway.close();

            // Then
            assertThat(download.rest()).hasSizeLessThan(FILE.length);
            assertThat(text(upload.rest())).isBlank();
            assertThat(published()).containsExactly("song");
        }
    }

    private void start(Duration drain) throws Exception {
        gateway = RunningGateway.start(
                pipeline,
                temp,
                new GatewaySettings("127.0.0.1", 0, Optional.empty(), List.of(), Limits.USUAL, drain, false));
    }

    /** One that has begun and is not read. */
    private OpenConnection download() throws Exception {
        assertThat(gateway.send("PUT", "/v1/tracks/song", BodyPublishers.ofByteArray(FILE))
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> gateway.send("HEAD", "/v1/tracks/song/original").statusCode() == 200);
        var download = new OpenConnection(gateway.port(), "", "GET /v1/tracks/song/original HTTP/1.1");
        assertThat(download.firstLine()).contains("200");
        return download;
    }

    /** One that lacks its last five bytes. */
    private OpenConnection upload(String trackId) throws Exception {
        var upload = new OpenConnection(
                gateway.port(),
                "more ",
                "PUT /v1/tracks/" + trackId + " HTTP/1.1",
                "Content-Length: 10",
                "Expect: 100-continue");
        assertThat(upload.firstLine()).as("it has begun").contains("100");
        return upload;
    }

    private List<String> published() {
        return pipeline.committed(Topic.UPLOADS).stream()
                .map(record -> text(record.key()))
                .sorted()
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
