package org.tonmeister.gateway.http;

import static org.tonmeister.schemas.RecordHeaders.TRACE_PARENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tonmeister.gateway.access.Caller;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.schemas.TextHeader;

/** One request and its answer. Belongs to one event loop. */
public final class Exchange {
    private static final String JSON = "application/json";
    /** W3C Trace Context, section 3.2.2. */
    private static final Pattern TRACE_CONTEXT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final HttpServerRequest request;
    private final Context context;
    private final Map<String, String> path;
    private final Caller caller;

    Exchange(HttpServerRequest request, Context context, Map<String, String> path, Caller caller) {
        this.request = request;
        this.context = context;
        this.path = path;
        this.caller = caller;
    }

    /** The request; paused. */
    public HttpServerRequest request() {
        return request;
    }

    /** The answer. */
    public HttpServerResponse response() {
        return request.response();
    }

    /** The event loop. */
    public Context context() {
        return context;
    }

    /** Who asks; for an open route nobody in particular. */
    public Caller caller() {
        return caller;
    }

    /** A parameter of the route's path. */
    public String path(String name) {
        return path.get(name);
    }

    /** A parameter of the query; the first, if there are several. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(request.params().get(name));
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** A header that is a list, which may be sent as several lines. */
    public Optional<String> list(String name) {
        List<String> lines = request.headers().getAll(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    /** The W3C trace context that the request came with, as headers for a record; none if it cannot be read. */
    public Headers trace() {
        var headers = new RecordHeaders();
        header(TRACE_PARENT)
                .filter(text -> TRACE_CONTEXT.matcher(text).matches())
                .ifPresent(text -> headers.add(new TextHeader(TRACE_PARENT, text)));
        return headers;
    }

    /**
     * A whole number in the query.
     *
     * @throws org.tonmeister.gateway.problem.ProblemException if it is none, or not from 1 to {@code max}
     */
    public int limit(String name, int usual, int max) {
        String text = query(name).orElse(Integer.toString(usual));
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // As any other value that cannot be used.
        }
        throw Problem.badRequest("'" + name + "' is '" + text + "': must be a whole number from 1 to " + max);
    }

    /** Answers with JSON. */
    public Future<Void> json(int status, JsonNode body) {
        return response()
                .setStatusCode(status)
                .putHeader("Content-Type", JSON)
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(body));
    }
}
