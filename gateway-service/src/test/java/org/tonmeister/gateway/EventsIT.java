package org.tonmeister.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tonmeister.gateway.testing.Downstream;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.record.ProgressState;

/** Server-sent events, as a client reads them. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {
    /** Together more than the system keeps for a connection whose client does not read, and the gateway too. */
    private static final int CHANGES = 150;

    private static final int MIXES_IN_EACH = 40;

    /** Any connection on which nothing moves for 60 s is closed, which is not what is tested here. */
    private static final Duration BEFORE_IT_IS_IDLE = Duration.ofSeconds(30);

    private TestPipeline pipeline;
    private Downstream services;
    private RunningGateway gateway;

    @BeforeAll
    void start(TestBroker broker, @TempDir Path temp) throws Exception {
        pipeline = new TestPipeline(broker);
        services = new Downstream(pipeline);
        gateway = RunningGateway.start(pipeline, temp);
    }

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
        pipeline.close();
    }

    @Test
    void whoComesBackWithTheLastId_missesNothing() throws Exception {
        // Given
        String id;
        try (var events = stream()) {
            upload("first");
            id = read(events, line -> line.startsWith("id: ")).substring(4);
        }

        // When
        upload("second");

        // Then
        try (var events = stream("Last-Event-ID", id)) {
            assertThat(read(events, line -> line.startsWith("data: ") && line.contains("\"second\"")))
                    .contains("\"state\"");
        }
    }

    @Test
    void whoDoesNotRead_isCutOff_whileOthersGoOn_andFindsTheRestWhenItComesBack() throws Exception {
        try (var fast = stream();
                var slow = new OpenConnection(gateway.port(), "", "GET /v1/events HTTP/1.1")) {
            // Given
            assertThat(slow.firstLine()).contains("200");
            services.mixes("track", "0-777", MIXES_IN_EACH);

            // When
            for (int i = 0; i < CHANGES; i++) {
                services.progress("track", "0-777", "ingest", ProgressState.RUNNING, "change " + i + " of many");
            }

            // Then
            read(fast, line -> line.contains("change " + (CHANGES - 1) + " "));
            await().atMost(BEFORE_IT_IS_IDLE).untilAsserted(() -> assertThat(gateway.underWay("event.streams"))
                    .isEqualTo(1));
            String told = new String(slow.rest(), StandardCharsets.UTF_8);
            List<Integer> before = changes(told);
            assertThat(before).as("guard: it was told something").isNotEmpty();
            assertThat(before).as("guard: but not all").hasSizeLessThan(CHANGES);
            String id = lastWhole(told);
            try (var again = stream("Last-Event-ID", id)) {
                var after = new StringBuilder();
                read(again, line -> {
                    after.append(line).append('\n');
                    return line.contains("change " + (CHANGES - 1) + " ");
                });
                int next = changes(told.substring(0, told.indexOf("id: " + id + "\n")))
                                .size()
                        + 1;
                assertThat(changes(after.toString()))
                        .isEqualTo(IntStream.range(next, CHANGES).boxed().toList());
            }
        }
    }

    private static List<Integer> changes(String events) {
        return Pattern.compile("change (\\d+) ")
                .matcher(events)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    /** The id of the last event that came to its end. */
    private static String lastWhole(String events) {
        return Pattern.compile("id: (\\S+)\nevent: track\ndata: [^\n]*\n\n")
                .matcher(events.replaceAll("\r\n[0-9a-f]+\r\n", ""))
                .results()
                .reduce((first, second) -> second)
                .map(MatchResult::group)
                .map(event -> event.substring(4, event.indexOf('\n')))
                .orElseThrow();
    }

    private void upload(String trackId) {
        var answer = gateway.send("PUT", "/v1/tracks/" + trackId, BodyPublishers.ofString("music"));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private BufferedReader stream(String... headers) throws Exception {
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
