package org.tonmeister.gateway.track;

import java.util.Arrays;
import java.util.Locale;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.view.Query;
import org.tonmeister.schemas.record.TrackPhase;

/** What a request for a list asks for. */
final class TrackQuery {
    private static final int USUAL = 50;

    private TrackQuery() {}

    static Query of(Exchange exchange) {
        return new Query(
                exchange.query("state").map(TrackQuery::phase),
                exchange.query("q").orElse(""),
                exchange.query("cursor"),
                exchange.limit("limit", USUAL, Query.MAX_LIMIT));
    }

    private static TrackPhase phase(String text) {
        return Arrays.stream(TrackPhase.values())
                .filter(phase -> phase.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "'state' is '" + text + "': must be queued, working, done, rejected or failed"));
    }
}
