package org.tonmeister.gateway.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.problem.ProblemException;

/** Requests whose head could not be read. */
final class InvalidRequests {
    private InvalidRequests() {}

    static ProblemException problem(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.uriTooLong("The request's first line is too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.headersTooLarge("The request's headers are too long");
        }
        return Problem.badRequest("This is no HTTP request that can be read");
    }
}
