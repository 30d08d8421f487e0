package org.tonmeister.gateway.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tonmeister.gateway.access.AccessControl;
import org.tonmeister.gateway.access.Caller;
import org.tonmeister.gateway.access.RateLimiter;
import org.tonmeister.gateway.access.Scope;
import org.tonmeister.gateway.problem.Problem;

/** Finds who answers a request, lets it in, and answers itself where that fails. Thread-safe. */
public final class Router implements Handler<HttpServerRequest> {
    /** By then another gateway answers at the same address, or this one's successor. */
    private static final int RETRY_STOPPED_SECONDS = 5;

    private static final Caller NOBODY = new Caller("", EnumSet.noneOf(Scope.class));

    private final List<Route> routes;
    private final AccessControl access;
    private final RateLimiter rates;
    private final RequestMetrics metrics;
    private final Cors cors;
    private final RequestsUnderWay underWay = new RequestsUnderWay();

    /**
     * @param routes the first that matches answers
     * @param access lets requests in
     * @param rates counts each client's
     * @param metrics counts all of them
     * @param origins of other pages that may use the API
     */
    public Router(
            List<Route> routes, AccessControl access, RateLimiter rates, RequestMetrics metrics, List<String> origins) {
        this.routes = List.copyOf(routes);
        this.access = access;
        this.rates = rates;
        this.metrics = metrics;
        this.cors = new Cors(origins);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (RestOfBody.isExpected(request)) {
            // Before anything else: what comes of the body meanwhile would be lost.
            request.pause();
        }
        SecurityHeaders.add(request.response().headers());
        try {
            if (cors.handle(request)) {
                return;
            }
            begin(request);
        } catch (RuntimeException e) {
            Answers.failure(request, e);
            return;
        }
        answer(request).onComplete(done -> over(request, done));
    }

    /** Answers a request that was cut short or cannot be read: what Vert.x would answer has no reason. */
    public void invalid(HttpServerRequest request) {
        SecurityHeaders.add(request.response().headers());
        request.response().putHeader("Connection", "close");
        Answers.failure(request, InvalidRequests.problem(request.decoderResult().cause()));
    }

    /** From now on requests are refused; those under way go on. */
    public void refuse() {
        underWay.refuse();
    }

    /**
     * Waits for the requests under way, but not longer than that.
     *
     * @return how many are left
     */
    public int await(Duration patience) {
        return underWay.await(patience);
    }

    private void begin(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!underWay.begin()) {
            response.putHeader("Connection", "close");
            throw Problem.unavailable("This gateway is stopping; try again", RETRY_STOPPED_SECONDS);
        }
        response.headersEndHandler(head -> {
            if (underWay.ending()) {
                response.putHeader("Connection", "close");
            }
        });
    }

    private Future<?> answer(HttpServerRequest request) {
        try {
            RequestHead.check(request);
            Match match = find(request);
            metrics.follow(request, match.route().pattern());
            Caller caller = NOBODY;
            if (match.route().scope().isPresent()) {
                caller = admit(request, match.route().scope().get());
            }
            var exchange = new Exchange(request, Vertx.currentContext(), match.parameters(), caller);
            return match.route().endpoint().answer(exchange);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void over(HttpServerRequest request, AsyncResult<?> done) {
        if (done.failed()) {
            Answers.failure(request, done.cause());
        } else {
            RestOfBody.discard(request);
        }
        underWay.end();
        if (underWay.ending() && !RestOfBody.isExpected(request)) {
            // As the header said; what is still to be sent goes first.
            request.connection().close();
        }
    }

    private Caller admit(HttpServerRequest request, Scope scope) {
        String address = request.remoteAddress().hostAddress();
        Caller caller;
        try {
            caller = access.identify(request);
        } catch (RuntimeException e) {
            // Guessing tokens is asking too often, too.
            rates.count(address);
            throw e;
        }
        rates.count(caller.name());
        access.require(caller, scope);
        return caller;
    }

    private record Match(Route route, Map<String, String> parameters) {}

    private Match find(HttpServerRequest request) {
        List<String> segments = PathSegments.of(request.path());
        var allowed = new TreeSet<String>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(segments);
            if (parameters.isPresent()) {
                if (isMeant(route.method(), request.method())) {
                    return new Match(route, parameters.get());
                }
                allowed.add(route.method().name());
                if (route.method().equals(HttpMethod.GET)) {
                    allowed.add(HttpMethod.HEAD.name());
                }
            }
        }
        if (allowed.isEmpty()) {
            throw Problem.notFound("There is nothing at this path; /openapi.json says what there is");
        }
        throw Problem.methodNotAllowed(String.join(", ", allowed));
    }

    /** HEAD is GET without the body, which Vert.x leaves out. */
    private static boolean isMeant(HttpMethod offered, HttpMethod asked) {
        return offered.equals(asked) || offered.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD);
    }
}
