package org.tonmeister.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import org.tonmeister.pipeline.metrics.TimerBuckets;

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
        Gauge.builder("tonmeister.http." + what, permits, Permits::taken)
                .description("How many " + what.replace('.', ' ') + " go on now")
                .strongReference(true)
                .register(meters);
    }

    void follow(HttpServerRequest request, String route) {
        var sample = Timer.start(meters);
        var received = Counter.builder("tonmeister.http.received.bytes")
                .description("Bytes of the requests' bodies: uploads")
                .tag("route", route)
                .register(meters);
        request.response().endHandler(end -> {
            sample.stop(Timer.builder(NAME)
                    .description("Time until the answer's last byte")
                    .serviceLevelObjectives(TimerBuckets.REQUEST)
                    .tag("method", request.method().name())
                    .tag("route", route)
                    .tag("status", Integer.toString(request.response().getStatusCode()))
                    .register(meters));
            received.increment(request.bytesRead());
        });
    }
}
