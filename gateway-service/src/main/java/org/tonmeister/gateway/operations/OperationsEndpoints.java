package org.tonmeister.gateway.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Future;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Json;
import org.tonmeister.gateway.http.Workers;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.operations.letters.DeadLetter;
import org.tonmeister.operations.letters.DeadLetterPage;
import org.tonmeister.operations.letters.DeadLetters;
import org.tonmeister.operations.letters.RedriveRefusedException;
import org.tonmeister.operations.status.PipelineMonitor;

/** What the operator of the pipeline wants to know and do. */
public final class OperationsEndpoints {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int USUAL = 50;

    private final PipelineMonitor monitor;
    private final DeadLetters letters;
    private final Workers workers;

    /**
     * @param monitor looks at the pipeline
     * @param letters the dead letters
     * @param workers for what blocks
     */
    public OperationsEndpoints(PipelineMonitor monitor, DeadLetters letters, Workers workers) {
        this.monitor = monitor;
        this.letters = letters;
        this.workers = workers;
    }

    /** {@code GET /v1/pipeline}. */
    public Future<?> pipeline(Exchange exchange) {
        return exchange.json(
                OK,
                PipelineJson.of(monitor.status()
                        .orElseThrow(() -> Problem.unavailable("The pipeline has not been looked at yet", 1))));
    }

    /** {@code GET /v1/dead-letters}. */
    public Future<?> list(Exchange exchange) {
        int limit = exchange.limit("limit", USUAL, DeadLetters.MAX_LIMIT);
        DeadLetterPage page;
        try {
            page = letters.page(exchange.query("cursor"), limit);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("'cursor' is none of this list's");
        }
        ArrayNode list = Json.array();
        page.letters().forEach(letter -> list.add(DeadLetterJson.of(letter)));
        var body = Json.object();
        body.set("deadLetters", list);
        body.put("next", page.next().orElse(null));
        return exchange.json(OK, body.put("listed", page.listed()).put("complete", page.complete()));
    }

    /** {@code POST /v1/dead-letters/{deadLetterId}/redrive}. */
    public Future<?> redrive(Exchange exchange) {
        String id = exchange.path("deadLetterId");
        return workers.call(() -> redrive(id)).compose(letter -> exchange.json(ACCEPTED, DeadLetterJson.of(letter)));
    }

    private DeadLetter redrive(String id) {
        try {
            return letters.redrive(id);
        } catch (RedriveRefusedException e) {
            throw switch (e.why()) {
                case UNKNOWN -> Problem.notFound(e.getMessage());
                case ALREADY_REDRIVEN, IMPOSSIBLE -> Problem.conflict(e.getMessage());
            };
        }
    }
}
