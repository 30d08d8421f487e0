package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.testing.Answers.json;
import static org.tonmeister.gateway.testing.RunningGateway.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

/** The list of tracks, page by page. */
@ExtendWith(SharedBroker.class)
class PagingIT {
    private static final int TRACKS = 25;

    @Test
    void everyTrackOnce_newestFirst_alsoWhileANewOneComes(TestBroker broker, @TempDir Path temp) throws Exception {
        try (var pipeline = new TestPipeline(broker);
                var gateway = RunningGateway.start(pipeline, temp)) {
            // Given
            IntStream.range(0, TRACKS).forEach(i -> pipeline.publish(Topic.UPLOADS, "track/" + i, "music"));
            await().atMost(PATIENCE)
                    .until(() -> ids(json(gateway.get("/v1/tracks?limit=200"))).size() == TRACKS);

            // When
            JsonNode first = json(gateway.get("/v1/tracks?limit=10"));
            pipeline.publish(Topic.UPLOADS, "new", "music");
            await().atMost(PATIENCE).until(() -> gateway.get("/v1/tracks/new").statusCode() == 200);
            JsonNode second = next(gateway, first);
            JsonNode third = next(gateway, second);

            // Then
            assertThat(List.of(ids(first), ids(second), ids(third)))
                    .extracting(List::size)
                    .containsExactly(10, 10, 5);
            var seen = new ArrayList<>(ids(first));
            seen.addAll(ids(second));
            seen.addAll(ids(third));
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TRACKS)
                            .mapToObj(i -> "track/" + i)
                            .toList());
            assertThat(third.path("next").isNull()).as("the last page").isTrue();
            var all = json(gateway.get("/v1/tracks?limit=200"));
            assertThat(ids(all)).hasSize(TRACKS + 1).endsWith(seen.toArray(String[]::new));
            assertThat(ids(all).get(0)).as("the newest").isEqualTo("new");
        }
    }

    private static JsonNode next(RunningGateway gateway, JsonNode page) {
        return json(
                gateway.get("/v1/tracks?limit=10&cursor=" + page.path("next").asText()));
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("tracks").forEach(track -> ids.add(track.path("trackId").asText()));
        return ids;
    }
}
