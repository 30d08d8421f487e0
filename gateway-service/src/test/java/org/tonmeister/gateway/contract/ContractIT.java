package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.access.Tokens;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.testing.Downstream;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.ProgressState;

/** Every path and every status of openapi.json, each answer held against it. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {
    /** Need a broker that fails between two answers; the mapping of its faults to 503 is tested by other operations. */
    private static final Set<String> NOT_HERE = Set.of("listDeadLetters 503", "redriveDeadLetter 503");

    private static final String[] ALL = {"Authorization", "Bearer everything"};
    private static final Limits LIMITS = new Limits(1 << 20, 3, 1, 1, 1000);

    private Path folder;

    private TestPipeline pipeline;
    private Downstream services;
    private Tokens tokens;
    private RunningGateway gateway;
    private Contract contract;

    @BeforeAll
    void start(TestBroker broker, @TempDir Path temp) throws Exception {
        folder = temp;
        pipeline = new TestPipeline(broker);
        services = new Downstream(pipeline);
        // SHA-256 of "everything", "reader" and "uploader".
        Path file = Files.writeString(folder.resolve("tokens"), TokenTexts.FILE);
        tokens = Tokens.read(file);
        gateway = RunningGateway.start(pipeline, folder.resolve("a"), Optional.of(tokens), LIMITS);
        contract = new Contract(gateway.get("/openapi.json").body());
        services.deadLetter("broken", new byte[] {1, 2, 3}, "not audio");
        finish("song");
    }

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
        pipeline.close();
        var unseen = new TreeSet<>(contract.unseen());
        unseen.removeAll(NOT_HERE);
        assertThat(unseen).as("described but never seen").isEmpty();
    }

    @Test
    @Order(1)
    void goodRequests() throws Exception {
        check("listTracks", 200, "?limit=1&q=SONG&state=done");
        check("getTrack", 200, "");
        check("getParameters", 200, "");
        String track = check("getTrack", 200, "").body();
        assertThat(track).contains("\"lufs\":null");
        check("getPipeline", 200, "");
        check("listDeadLetters", 200, "");
        check("getOpenApi", 200, "");
        check("getOpenApi", 304, "", "If-None-Match", "*");
        for (String id : List.of("getOriginal", "getMixAudio")) {
            check(id, 200, "?download=1");
            check(id, 206, "", "Range", "bytes=0-0");
            check(id, 304, "", "If-None-Match", "*");
            check(id, 416, "", "Range", "bytes=99999999-");
        }
        for (String id : List.of("headOriginal", "headMixAudio")) {
            check(id, 200, "");
            check(id, 304, "", "If-None-Match", "*");
        }
        check(
                "requestMix",
                202,
                "",
                BodyPublishers.ofString("{\"strength\":0.5,\"overrides\":{\"width\":0.25}}"),
                jsonBody());
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> json(call("getPipeline", "")).has("topics"));
    }

    @Test
    @Order(2)
    void uploads() throws Exception {
        check("uploadTracks", 202, "?filename=a.wav", BodyPublishers.ofString("a"));
        String form = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.wav\"\r\n\r\na\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b.wav\"\r\n\r\nb\r\n--x--\r\n";
        var both = check(
                "uploadTracks",
                202,
                "",
                BodyPublishers.ofString(form),
                "Content-Type",
                "multipart/form-data; boundary=x");
        assertThat(json(both).path("tracks")).hasSize(2);
        check("uploadTrack", 202, "", BodyPublishers.ofString("a"));
        finish("song");
        var tooLarge = BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]);
        for (String id : List.of("uploadTracks", "uploadTrack")) {
            check(id, 400, "", BodyPublishers.noBody());
            check(id, 413, "", tooLarge);
            check(id, 415, "", BodyPublishers.ofString("a"), "Content-Type", "text/plain");
            check(id, 422, "?format=tape", BodyPublishers.ofString("a"));
        }
    }

    @Test
    @Order(3)
    void badRequests() {
        check("listTracks", 400, "?limit=0");
        check("listTracks", 400, "?cursor=nonsense");
        check("listDeadLetters", 400, "?limit=0");
        check("requestMix", 400, "", BodyPublishers.ofString("{"), jsonBody());
        check("requestMix", 413, "", BodyPublishers.ofString("x".repeat(70_000)), jsonBody());
        check("requestMix", 415, "", BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
        check("requestMix", 422, "", BodyPublishers.ofString("{\"strength\":2}"), jsonBody());
        contract.operations().forEach((id, operation) -> {
            if (contract.describes(id, 404)) {
                String path = operation
                        .path()
                        .replace("{trackId}", "nowhere")
                        .replace("{mixId}", "none")
                        .replace("{deadLetterId}", "0-999");
                contract.check(id, 404, send(operation, path, BodyPublishers.ofString("{}"), withAll(jsonBody())));
            }
        });
    }

    @Test
    @Order(4)
    void tooEarly() throws Exception {
        services.progress("early", "0-777", "ingest", ProgressState.RUNNING, null);
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> gateway.get("/v1/tracks/early", ALL).statusCode() == 200);
        contract.check("getParameters", 409, gateway.get("/v1/tracks/early/parameters", ALL));
        contract.check(
                "requestMix",
                409,
                gateway.send("POST", "/v1/tracks/early/mixes", BodyPublishers.ofString("{}"), withAll(jsonBody())));
    }

    @Test
    @Order(5)
    void theSameAtOnce_andTooMuchAtOnce() throws Exception {
        String auth = "Authorization: Bearer everything";
        try (var post = new OpenConnection(
                gateway.port(), "12", "POST /v1/tracks HTTP/1.1", auth, "Content-Length: 9", "Idempotency-Key: k")) {
            until("uploadTracks", 409, BodyPublishers.ofString("a"), "Idempotency-Key", "k");
            try (var put = half("PUT /v1/tracks/song HTTP/1.1")) {
                try (var third = half("PUT /v1/tracks/third HTTP/1.1")) {
                    until("uploadTracks", 503, BodyPublishers.ofString("a"));
                    check("uploadTrack", 503, "", BodyPublishers.ofString("a"));
                }
                // Now that all three were in hand, the one of this track is, too.
                until("uploadTrack", 409, BodyPublishers.ofString("a"));
            }
        }
        String audio = mixPath();
        try (var slow = new OpenConnection(gateway.port(), "", "GET " + audio + " HTTP/1.1", auth)) {
            assertThat(slow.firstLine()).contains("200");
            check("getMixAudio", 503, "");
            check("getOriginal", 503, "");
        }
        try (var stream = new OpenConnection(gateway.port(), "", "GET /v1/events HTTP/1.1", auth)) {
            assertThat(stream.firstLine()).contains("200");
            check("events", 503, "");
            check("trackEvents", 503, "");
        }
    }

    @Test
    @Order(6)
    void events() throws Exception {
        for (String id : List.of("events", "trackEvents")) {
            await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> {
                var request = gateway.request(path(contract.operations().get(id)))
                        .headers(ALL)
                        .build();
                var answer = gateway.client().send(request, BodyHandlers.ofInputStream());
                answer.body().close();
                contract.check(id, 200, answer);
            });
        }
    }

    @Test
    @Order(7)
    void strangers() {
        contract.operations().forEach((id, operation) -> {
            if (contract.describes(id, 401)) {
                var body = BodyPublishers.ofString("{}");
                String path = path(operation);
                contract.check(id, 401, send(operation, path, body));
                contract.check(id, 401, send(operation, path, body, "Authorization", "Bearer unknown"));
                boolean reads =
                        operation.node().at("/security/0/token/0").asText().equals("read");
                contract.check(
                        id,
                        403,
                        send(operation, path, body, "Authorization", reads ? "Bearer uploader" : "Bearer reader"));
            }
        });
    }

    @Test
    @Order(8)
    void tooOften() throws Exception {
        var limits = new Limits(1 << 20, 2, 1, 1, 1);
        try (var strict = RunningGateway.start(pipeline, folder.resolve("b"), Optional.of(tokens), limits)) {
            contract.operations().forEach((id, operation) -> {
                if (contract.describes(id, 429)) {
                    String path = path(operation);
                    // With a token that is not known: what is let through by chance does nothing.
                    await().atMost(RunningGateway.PATIENCE)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(1))
                            .untilAsserted(() -> contract.check(
                                    id,
                                    429,
                                    strict.send(
                                            operation.method().toUpperCase(Locale.ROOT),
                                            path,
                                            BodyPublishers.noBody(),
                                            "Authorization",
                                            "Bearer guessed")));
                }
            });
        }
    }

    @Test
    @Order(9)
    void noBroker() throws Exception {
        try (var alone = RunningGateway.startAlone(folder.resolve("c"), tokens)) {
            for (String id :
                    List.of("listTracks", "getTrack", "getParameters", "deleteTrack", "getPipeline", "requestMix")) {
                var operation = contract.operations().get(id);
                contract.check(
                        id,
                        503,
                        alone.send(
                                operation.method().toUpperCase(Locale.ROOT),
                                path(operation),
                                BodyPublishers.ofString("{}"),
                                withAll(jsonBody())));
            }
        }
    }

    @Test
    @Order(10)
    void gone_redrivenAndDeleted() throws Exception {
        deleteRecords(Topic.UPLOAD_CHUNKS);
        deleteRecords(Topic.MIX_CHUNKS);
        check("getOriginal", 410, "");
        check("getMixAudio", 410, "");
        await().atMost(RunningGateway.PATIENCE)
                .until(() ->
                        json(call("listDeadLetters", "")).path("deadLetters").size() > 0);
        check("redriveDeadLetter", 202, "");
        check("redriveDeadLetter", 409, "");
        check("deleteTrack", 202, "");
        await().atMost(RunningGateway.PATIENCE).until(() -> call("getTrack", "").statusCode() == 404);
    }

    private void finish(String trackId) {
        var answer = gateway.send(
                "PUT",
                "/v1/tracks/" + trackId + "?filename=song.wav",
                BodyPublishers.ofByteArray(Noise.bytes(600_000)),
                ALL);
        String uploadId = json(answer).path("uploadId").asText();
        services.progress(trackId, uploadId, "ingest", ProgressState.DONE, null);
        services.order(trackId, uploadId);
        services.mix(trackId, uploadId, Noise.bytes(24 << 20));
        await().atMost(RunningGateway.PATIENCE).until(() -> {
            var track = json(gateway.get("/v1/tracks/" + trackId, ALL));
            return track.path("uploadId").asText().equals(uploadId)
                    && track.path("mixes").size() == 1;
        });
    }

    private String mixPath() {
        return json(gateway.get("/v1/tracks/song", ALL))
                .at("/mixes/0/links/audio")
                .asText();
    }

    private String path(Contract.Operation operation) {
        return operation.path().contains("{mixId}")
                ? mixPath()
                : operation.path().replace("{trackId}", "song").replace("{deadLetterId}", letterId());
    }

    private String letterId() {
        return json(gateway.get("/v1/dead-letters", ALL))
                .at("/deadLetters/0/id")
                .asText("0-0");
    }

    private HttpResponse<String> check(String id, int status, String query, String... headers) {
        return check(id, status, query, BodyPublishers.noBody(), headers);
    }

    private HttpResponse<String> check(String id, int status, String query, BodyPublisher body, String... headers) {
        var operation = contract.operations().get(id);
        return contract.check(id, status, send(operation, path(operation) + query, body, withAll(headers)));
    }

    private HttpResponse<String> call(String id, String query) {
        var operation = contract.operations().get(id);
        return send(operation, path(operation) + query, BodyPublishers.noBody(), ALL);
    }

    private OpenConnection half(String line) throws Exception {
        return new OpenConnection(gateway.port(), "12", line, "Authorization: Bearer everything", "Content-Length: 9");
    }

    private void until(String id, int status, BodyPublisher body, String... headers) {
        await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> check(id, status, "", body, headers));
    }

    private HttpResponse<String> send(
            Contract.Operation operation, String path, BodyPublisher body, String... headers) {
        return gateway.send(operation.method().toUpperCase(Locale.ROOT), path, body, headers);
    }

    private static String[] jsonBody() {
        return new String[] {"Content-Type", "application/json"};
    }

    private static String[] withAll(String... headers) {
        var all = new ArrayList<>(List.of(ALL));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    private void deleteRecords(Topic topic) throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < 2; partition++) {
            all.put(new TopicPartition(pipeline.name(topic), partition), RecordsToDelete.beforeOffset(-1));
        }
        pipeline.admin().deleteRecords(all).all().get();
    }
}
