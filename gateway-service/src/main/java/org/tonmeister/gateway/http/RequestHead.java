package org.tonmeister.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import org.tonmeister.gateway.problem.Problem;

/**
 * What must be right in a request's head before anybody looks at it, and what Vert.x leaves to us: two servers that read
 * the same bytes otherwise can be played off against each other (request smuggling).
 */
final class RequestHead {
    private RequestHead() {}

    /** @throws org.tonmeister.gateway.problem.ProblemException if something is wrong with it */
    static void check(HttpServerRequest request) {
        host(request);
        coding(request);
        query(request);
    }

    /** RFC 9112, sections 3.2 and 3.2.2. */
    private static void host(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        boolean enough = !hosts.isEmpty() || request.version() == HttpVersion.HTTP_1_0;
        if (!enough || hosts.size() > 1) {
            throw Problem.badRequest("A request must have one Host header");
        }
        if (!request.uri().startsWith("/")) {
            throw Problem.badRequest("The path must begin with a slash; this is no proxy");
        }
    }

    /** RFC 9112, section 6.1. */
    private static void coding(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        if (codings.stream().anyMatch(coding -> !coding.equalsIgnoreCase("chunked")) || codings.size() > 1) {
            throw Problem.badRequest("There is no transfer coding here but chunked");
        }
    }

    private static void query(HttpServerRequest request) {
        try {
            request.params();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The query is not well encoded: it must be UTF-8, percent-encoded");
        }
    }
}
