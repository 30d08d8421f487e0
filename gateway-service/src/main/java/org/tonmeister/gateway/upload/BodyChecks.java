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

    /** @throws org.tonmeister.gateway.problem.ProblemException if the body is not the file itself, all of it */
    static void requireWhole(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.unsupportedMediaType("Content-Encoding is '" + encoding + "': send the file as it is");
        }
        // RFC 9110, section 14.5: a part must not be taken for the whole.
        if (request.getHeader("Content-Range") != null) {
            throw Problem.badRequest("Content-Range: uploads in parts are not possible, send the whole file");
        }
    }

    /** Tells a client that asked first that its body is welcome. */
    static void welcome(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }
}
