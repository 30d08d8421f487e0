package org.tonmeister.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Lets pages of the named origins use the API; off where none are named. */
final class Cors {
    private final List<String> origins;

    Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Adds the headers; returns whether the request only asked for them and is answered. */
    boolean handle(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        HttpServerResponse response = request.response();
        if (!origins.isEmpty()) {
            response.putHeader("Vary", "Origin");
        }
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        response.putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Access-Control-Expose-Headers", "Location, ETag, Content-Range, Retry-After")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.method() != HttpMethod.OPTIONS || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key, If-None-Match, If-Range, Last-Event-ID, Range")
                .putHeader("Access-Control-Max-Age", "600");
        response.setStatusCode(204).end().onFailure(gone -> request.connection().close());
        return true;
    }
}
