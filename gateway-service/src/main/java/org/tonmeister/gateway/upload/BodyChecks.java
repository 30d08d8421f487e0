package org.tonmeister.gateway.upload;

import io.vertx.core.http.HttpServerRequest;
import org.tonmeister.gateway.problem.Problem;

/** What can be said of a body before it is read. */
final class BodyChecks {
    private BodyChecks() {}

    /** @throws org.tonmeister.gateway.problem.ProblemException if it says that it is too long, or is not there */
    static void requireLength(HttpServerRequest request, long limit) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            if (request.getHeader("Transfer-Encoding") == null) {
                throw Problem.badRequest("The body is empty: send a file of sound");
            }
            return;
        }
        long bytes;
        try {
            bytes = Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("Content-Length is no number");
        }
        if (bytes == 0) {
            throw Problem.badRequest("The body is empty: send a file of sound");
        }
        new ByteBudget(limit).take(bytes);
    }

    /** Tells a client that asked first that its body is welcome. */
    static void welcome(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }
}
