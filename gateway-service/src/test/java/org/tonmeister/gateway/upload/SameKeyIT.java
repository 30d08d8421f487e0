package org.tonmeister.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.Topic;

/** Two gateways before one log that get the same Idempotency-Key at the same moment. */
@ExtendWith(SharedBroker.class)
class SameKeyIT {
    private static final int ROUNDS = 5;

    @TempDir
    private static Path temp;

    private static TestPipeline pipeline;
    private static List<RunningGateway> gateways;

    @BeforeAll
    static void start(TestBroker broker) throws Exception {
        pipeline = new TestPipeline(broker);
        gateways = List.of(
                RunningGateway.start(pipeline, Files.createDirectory(temp.resolve("one"))),
                RunningGateway.start(pipeline, Files.createDirectory(temp.resolve("two"))));
    }

    @AfterAll
    static void stop() {
        gateways.forEach(RunningGateway::close);
        pipeline.close();
    }

    @Test
    void oneUploadIsPublished_andBothAnswerWithIt() {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key-" + round;

            List<HttpResponse<String>> answers = atOnce("/v1/tracks?filename=a.wav", "audio/wav", key, "music");

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202));
            String trackId = json(answers.get(0)).path("trackId").asText();
            List<String> published = published(trackId);
            assertThat(published).as("uploads in the log, round %d", round).hasSize(1);
            assertThat(answers)
                    .extracting(answer -> json(answer).path("uploadId").asText())
                    .containsOnly(published.get(0));
        }
    }

    @Test
    void formOfSeveralFiles_isPublishedOnceToo() {
        String form = Stream.of("a.wav", "b.wav")
                        .map(name -> "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                                + "\"\r\n\r\nmusic " + name + "\r\n")
                        .reduce("", String::concat)
                + "--x--\r\n";

        List<HttpResponse<String>> answers = atOnce("/v1/tracks", "multipart/form-data; boundary=x", "form", form);

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(json(answers.get(1))).isEqualTo(json(answers.get(0)));
        assertThat(json(answers.get(0)).path("tracks")).hasSize(2).allSatisfy(track -> assertThat(
                        published(track.path("trackId").asText()))
                .containsExactly(track.path("uploadId").asText()));
    }

    private static List<HttpResponse<String>> atOnce(String path, String mediaType, String key, String body) {
        List<CompletableFuture<HttpResponse<String>>> sent = gateways.stream()
                .map(gateway -> gateway.client()
                        .sendAsync(request(gateway, path, mediaType, key, body), BodyHandlers.ofString()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest request(RunningGateway gateway, String path, String mediaType, String key, String body) {
        return gateway.request(path)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", key)
                .build();
    }

    private static List<String> published(String trackId) {
        return pipeline.committed(Topic.UPLOADS).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(trackId))
                .map(UploadIds::of)
                .toList();
    }
}
