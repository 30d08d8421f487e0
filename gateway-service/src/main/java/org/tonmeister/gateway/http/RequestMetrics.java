package org.tonmeister.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;

/** Counts and times requests, by route and status. */
public final class RequestMetrics {
    private static final String NAME = "tonmeister.http.requests";

    private final MeterRegistry meters;

    /** @param meters where the figures go */
    public RequestMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A gauge of how many of something go on now. */
    public void watch(Permits permits, String what) {
        meters.gauge("tonmeister.http." + what, permits, Permits::taken);
    }

    void follow(HttpServerRequest request, String route) {
        var sample = Timer.start(meters);
        request.response()
                .endHandler(end -> sample.stop(meters.timer(
                        NAME,
                        "method",
                        request.method().name(),
                        "route",
                        route,
                        "status",
                        Integer.toString(request.response().getStatusCode()))));
    }
}
