package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;

/** Server-sent events, as a client reads them. */
@ExtendWith(SharedBroker.class)
class EventsIT {
    @TempDir
    private Path temp;

    @Test
    void whoComesBackWithTheLastId_missesNothing(TestBroker broker) throws Exception {
        try (var pipeline = new TestPipeline(broker);
                var gateway = RunningGateway.start(pipeline, temp)) {
            // Given
            String id;
            try (var events = stream(gateway)) {
                upload(gateway, "first");
                id = read(events, line -> line.startsWith("id: ")).substring(4);
            }

            // When
            upload(gateway, "second");

            // Then
            try (var events = stream(gateway, "Last-Event-ID", id)) {
                assertThat(read(events, line -> line.startsWith("data: ") && line.contains("\"second\"")))
                        .contains("\"state\"");
            }
        }
    }

    private static void upload(RunningGateway gateway, String trackId) {
        var answer = gateway.send("PUT", "/v1/tracks/" + trackId, BodyPublishers.ofString("music"));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static BufferedReader stream(RunningGateway gateway, String... headers) throws Exception {
        var request = gateway.request("/v1/events");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = gateway.client().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The next line of that kind; waits for it. */
    private static String read(BufferedReader events, Predicate<String> wanted) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended");
    }
}
