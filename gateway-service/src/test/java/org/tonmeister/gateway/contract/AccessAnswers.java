package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.contract.ContractGateway.jsonBody;
import static org.tonmeister.gateway.contract.ContractGateway.withAll;
import static org.tonmeister.gateway.testing.Answers.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tonmeister.gateway.http.Limits;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;

/** What every operation may be answered: not you, not so often, not this, not now. */
final class AccessAnswers {
    private final ContractGateway gateway;

    AccessAnswers(ContractGateway gateway) {
        this.gateway = gateway;
    }

    void nothingThere() {
        for (String id : gateway.answeredWith(404)) {
            String path = gateway.contract()
                    .operations()
                    .get(id)
                    .path()
                    .replace("{trackId}", "nowhere")
                    .replace("{mixId}", "none")
                    .replace("{deadLetterId}", "0-999");
            gateway.contract()
                    .check(
                            id,
                            404,
                            gateway.send(
                                    gateway.gateway(), id, path, BodyPublishers.ofString("{}"), withAll(jsonBody())));
        }
    }

    void strangers() {
        for (String id : gateway.answeredWith(401)) {
            check(id, 401);
            check(id, 401, "Authorization", "Bearer unknown");
            boolean reads = gateway.contract()
                    .operations()
                    .get(id)
                    .node()
                    .at("/security/0/token/0")
                    .asText()
                    .equals("read");
            check(id, 403, "Authorization", reads ? "Bearer uploader" : "Bearer reader");
        }
    }

    void tooOften() throws Exception {
        try (var strict = gateway.another(new Limits(1 << 20, 2, 1, 1, 1))) {
            for (String id : gateway.answeredWith(429)) {
                String path = gateway.path(id);
                // With a token that is not known: what is let through by chance does nothing.
                await().atMost(RunningGateway.PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .untilAsserted(() -> gateway.contract()
                                .check(
                                        id,
                                        429,
                                        gateway.send(
                                                strict,
                                                id,
                                                path,
                                                BodyPublishers.noBody(),
                                                "Authorization",
                                                "Bearer guessed")));
            }
        }
    }

    void noBroker_andThenTheEnd() throws Exception {
        try (var alone = gateway.alone()) {
            for (String id :
                    List.of("listTracks", "getTrack", "getParameters", "deleteTrack", "getPipeline", "requestMix")) {
                checkUnavailable(alone, id);
            }
            var letters = json(alone.get("/v1/dead-letters", withAll()));
            assertThat(letters.path("complete").asBoolean(true))
                    .as("that it lists all dead letters")
                    .isFalse();
            end(alone);
        }
    }

    /** While it is kept from its end by an upload. */
    private void end(RunningGateway alone) throws Exception {
        CompletableFuture<Void> closing;
        try (var upload = new OpenConnection(
                alone.port(),
                "12",
                "PUT /v1/tracks/song HTTP/1.1",
                ContractGateway.AUTHORIZATION,
                "Content-Length: 9",
                "Expect: 100-continue")) {
            assertThat(upload.firstLine()).contains("100");
            closing = CompletableFuture.runAsync(alone::close);
            await().atMost(RunningGateway.PATIENCE)
                    .until(() -> alone.get("/openapi.json").statusCode() == 503);
            gateway.answeredWith(503).forEach(id -> checkUnavailable(alone, id));
        }
        closing.get(RunningGateway.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void checkUnavailable(RunningGateway alone, String id) {
        var body = BodyPublishers.ofString("{}");
        gateway.contract().check(id, 503, gateway.send(alone, id, gateway.path(id), body, withAll(jsonBody())));
    }

    private void check(String id, int status, String... headers) {
        var body = BodyPublishers.ofString("{}");
        gateway.contract().check(id, status, gateway.send(gateway.gateway(), id, gateway.path(id), body, headers));
    }
}
