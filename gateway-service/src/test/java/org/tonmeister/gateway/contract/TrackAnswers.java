package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.gateway.contract.ContractGateway.jsonBody;
import static org.tonmeister.gateway.contract.ContractGateway.withAll;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.tonmeister.gateway.testing.OpenConnection;
import org.tonmeister.gateway.testing.RunningGateway;
import org.tonmeister.schemas.record.ProgressState;

/** What is answered of tracks, their mixes and their changes. */
final class TrackAnswers {
    private final ContractGateway gateway;

    TrackAnswers(ContractGateway gateway) {
        this.gateway = gateway;
    }

    void told() {
        gateway.check("listTracks", 200, "?limit=1&q=SONG&state=done");
        gateway.check("getParameters", 200, "");
        assertThat(gateway.check("getTrack", 200, "").body()).contains("\"lufs\":null");
        gateway.check(
                "requestMix",
                202,
                "",
                BodyPublishers.ofString("{\"strength\":0.5,\"overrides\":{\"width\":0.25}}"),
                jsonBody());
    }

    void refused() {
        gateway.check("listTracks", 400, "?limit=0");
        gateway.check("listTracks", 400, "?cursor=nonsense");
        gateway.check("requestMix", 400, "", BodyPublishers.ofString("{"), jsonBody());
        gateway.check("requestMix", 413, "", BodyPublishers.ofString("x".repeat(70_000)), jsonBody());
        gateway.check("requestMix", 415, "", BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
        gateway.check("requestMix", 415, "", BodyPublishers.ofString("{}"), "Content-Type", "application/jsonp");
        gateway.check("requestMix", 422, "", BodyPublishers.ofString("{\"strength\":2}"), jsonBody());
    }

    void tooEarly() {
        var contract = gateway.contract();
        var asked = gateway.gateway();
        gateway.services().progress("early", "0-777", "ingest", ProgressState.RUNNING, null);
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> asked.get("/v1/tracks/early", withAll()).statusCode() == 200);
        contract.check("getParameters", 409, asked.get("/v1/tracks/early/parameters", withAll()));
        contract.check(
                "requestMix",
                409,
                asked.send("POST", "/v1/tracks/early/mixes", BodyPublishers.ofString("{}"), withAll(jsonBody())));
    }

    void events() throws Exception {
        try (var stream = new OpenConnection(
                gateway.gateway().port(), "", "GET /v1/events HTTP/1.1", ContractGateway.AUTHORIZATION)) {
            assertThat(stream.firstLine()).contains("200");
            gateway.check("events", 503, "");
            gateway.check("trackEvents", 503, "");
        }
        for (String id : List.of("events", "trackEvents")) {
            await().atMost(RunningGateway.PATIENCE).untilAsserted(() -> {
                var request = gateway.gateway()
                        .request(gateway.path(id))
                        .headers(withAll())
                        .build();
                var answer = gateway.gateway().client().send(request, BodyHandlers.ofInputStream());
                answer.body().close();
                gateway.contract().check(id, 200, answer);
            });
        }
    }

    void deleted() {
        gateway.check("deleteTrack", 202, "");
        await().atMost(RunningGateway.PATIENCE)
                .until(() -> gateway.call("getTrack").statusCode() == 404);
    }
}
