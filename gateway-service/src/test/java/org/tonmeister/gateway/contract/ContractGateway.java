package org.tonmeister.gateway.contract;

import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.tonmeister.gateway.access.Tokens;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.testing.Downstream;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.record.ProgressState;

/** A gateway with a finished track {@code song} and a dead letter; its answers are held against openapi.json. */
final class ContractGateway implements AutoCloseable {
    /** Of the token that may do everything. */
    static final String AUTHORIZATION = "Authorization: Bearer everything";

    private static final String[] ALL = {"Authorization", "Bearer everything"};
    private static final Limits LIMITS = new Limits(1 << 20, 3, 1, 1, 1000);

    private final Path folder;
    private final TestBroker broker;
    private final TestPipeline pipeline;
    private final Downstream services;
    private final Tokens tokens;
    private final RunningGateway gateway;
    private final Contract contract;

    ContractGateway(TestBroker broker, Path folder) throws Exception {
        this.folder = folder;
        this.broker = broker;
        pipeline = new TestPipeline(broker);
        services = new Downstream(pipeline);
        tokens = Tokens.read(Files.writeString(folder.resolve("tokens"), TokenTexts.FILE));
        gateway = RunningGateway.start(pipeline, folder.resolve("a"), Optional.of(tokens), LIMITS);
        contract = new Contract(gateway.get("/openapi.json").body());
        services.deadLetter("broken", new byte[] {1, 2, 3}, "not audio");
        finish("song");
    }

    /** The judge. */
    Contract contract() {
        return contract;
    }

    /** The gateway itself. */
    RunningGateway gateway() {
        return gateway;
    }

    /** What is behind it. */
    Downstream services() {
        return services;
    }

    /** Its topics. */
    TestPipeline pipeline() {
        return pipeline;
    }

    /** Of its broker. */
    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Another one at the same topics, with limits of its own. */
    RunningGateway another(Limits limits) throws Exception {
        return RunningGateway.start(pipeline, folder.resolve("b"), Optional.of(tokens), limits);
    }

    /** Another one without a broker. */
    RunningGateway alone() throws Exception {
        return RunningGateway.startAlone(folder.resolve("c"), Optional.of(tokens));
    }

    /** The operations that may be answered so. */
    List<String> answeredWith(int status) {
        return new TreeMap<>(contract.operations())
                .keySet().stream().filter(id -> contract.describes(id, status)).toList();
    }

    /** Uploads a track, and has the services mix it. */
    void finish(String trackId) {
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

    /** The path of the song's mix. */
    String mixPath() {
        return json(gateway.get("/v1/tracks/song", ALL))
                .at("/mixes/0/links/audio")
                .asText();
    }

    /** An operation's path, for the song and the dead letter. */
    String path(String id) {
        String path = contract.operations().get(id).path();
        if (path.contains("{mixId}")) {
            return mixPath();
        }
        return path.contains("{deadLetterId}")
                ? path.replace("{deadLetterId}", letterId())
                : path.replace("{trackId}", "song");
    }

    /** Asks for an operation, and checks the answer. */
    HttpResponse<String> check(String id, int status, String query, String... headers) {
        return check(id, status, query, BodyPublishers.noBody(), headers);
    }

    /** Asks for an operation, and checks the answer. */
    HttpResponse<String> check(String id, int status, String query, BodyPublisher body, String... headers) {
        return contract.check(id, status, send(gateway, id, path(id) + query, body, withAll(headers)));
    }

    /** As {@code check}, until the answer is right. */
    void until(String id, int status, BodyPublisher body, String... headers) {
        await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> check(id, status, "", body, headers));
    }

    /** Asks for an operation. */
    HttpResponse<String> call(String id) {
        return send(gateway, id, path(id), BodyPublishers.noBody(), ALL);
    }

    /** Asks any gateway for an operation. */
    HttpResponse<String> send(RunningGateway asked, String id, String path, BodyPublisher body, String... headers) {
        String method = contract.operations().get(id).method().toUpperCase(Locale.ROOT);
        return asked.send(method, path, body, headers);
    }

    /** A request that lacks the rest of its body. */
    OpenConnection half(String line, String... headers) throws Exception {
        var head = new ArrayList<>(List.of(line, AUTHORIZATION, "Content-Length: 9"));
        head.addAll(List.of(headers));
        return new OpenConnection(gateway.port(), "12", head.toArray(String[]::new));
    }

    /** These headers, and the token that may do everything. */
    static String[] withAll(String... headers) {
        var all = new ArrayList<>(List.of(ALL));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    /** The header of a body of JSON. */
    static String[] jsonBody() {
        return new String[] {"Content-Type", "application/json"};
    }

    @Override
    public void close() {
        gateway.close();
        services.close();
        pipeline.close();
    }

    private String letterId() {
        return json(gateway.get("/v1/dead-letters", ALL))
                .at("/deadLetters/0/id")
                .asText("0-0");
    }
}
