package org.tonmeister.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import org.tonmeister.gateway.problem.Faults;
import org.tonmeister.gateway.problem.Problem;

/** Answers with problems. */
final class Answers {
    private Answers() {}

    /** Answers in place of what failed; if an answer was begun already, breaks it off, so that nobody takes it for whole. */
    static void failure(HttpServerRequest request, Throwable fault) {
        HttpServerResponse response = request.response();
        if (response.closed() || Faults.isDisconnect(fault)) {
            return;
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        Problem problem = Faults.problem(fault, instance);
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        problem(request, problem, instance);
    }

    private static void problem(HttpServerRequest request, Problem problem, String instance) {
        HttpServerResponse response = request.response();
        // What was prepared for a good answer does not belong to this one.
        response.headers()
                .remove("Content-Length")
                .remove("Content-Disposition")
                .remove("Content-Range")
                .remove("ETag");
        response.setStatusCode(problem.status()).setStatusMessage(problem.title());
        problem.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", Problem.MEDIA_TYPE).putHeader("Cache-Control", "no-store");
        var body = Json.object()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", instance);
        if (RestOfBody.isExpected(request)) {
            // The rest of the body is of no use; the connection is not either.
            response.putHeader("Connection", "close");
        }
        boolean last = response.headers().contains("Connection", "close", true);
        response.end(Json.write(body)).onComplete(sent -> {
            if (RestOfBody.isExpected(request)) {
                RestOfBody.discard(request);
            } else if (last) {
                // Vert.x sends the header, but goes by the request's.
                request.connection().close();
            }
        });
    }
}
