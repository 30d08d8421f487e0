package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.Noise;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** More uploads than the gateway takes at once. */
@ExtendWith(SharedBroker.class)
class ManyUploadsIT {
    private static final int UPLOADS = 200;

    @TempDir
    private Path temp;

    @Test
    void twoHundredAtOnce_areDoneOrCleanlyRefused_andNoneIsLost(TestBroker broker) throws Exception {
        // Given
        byte[] file = Noise.bytes(2_000_000);
        try (var pipeline = new TestPipeline(broker);
                var gateway = RunningGateway.start(pipeline, temp)) {
            // When
            List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, UPLOADS)
                    .mapToObj(i -> gateway.client()
                            .sendAsync(
                                    gateway.request("/v1/tracks/song-" + i)
                                            .PUT(BodyPublishers.ofByteArray(file))
                                            .build(),
                                    BodyHandlers.ofString()))
                    .toList();
            List<HttpResponse<String>> answers =
                    sent.stream().map(CompletableFuture::join).toList();

            // Then
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(202, 503));
            var refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 503)
                    .toList();
            assertThat(refused).as("guard: there was too much to do").isNotEmpty();
            assertThat(refused).allSatisfy(answer -> {
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            });
            Set<String> accepted = answers.stream()
                    .filter(answer -> answer.statusCode() == 202)
                    .map(answer -> json(answer).path("trackId").asText())
                    .collect(Collectors.toSet());
            assertThat(accepted).as("guard: some were done").isNotEmpty();
            assertThat(published(pipeline)).containsExactlyInAnyOrderElementsOf(accepted);

            // And who was refused and comes again is served.
            for (int i = 0; i < UPLOADS; i++) {
                if (!accepted.contains("song-" + i)) {
                    assertThat(gateway.send("PUT", "/v1/tracks/song-" + i, BodyPublishers.ofByteArray(file))
                                    .statusCode())
                            .isEqualTo(202);
                }
            }
            assertThat(published(pipeline)).hasSize(UPLOADS).doesNotHaveDuplicates();
        }
    }

    private static List<String> published(TestPipeline pipeline) {
        return pipeline.committed(Topic.UPLOADS).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
