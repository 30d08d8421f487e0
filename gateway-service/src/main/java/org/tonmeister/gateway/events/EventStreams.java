package org.tonmeister.gateway.events;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.http.Permits;
import org.tonmeister.gateway.track.TrackLookup;
import org.tonmeister.gateway.view.TrackView;

/** Tells of changes as they come, by server-sent events. */
public final class EventStreams implements AutoCloseable {
    private static final String TYPE = "text/event-stream";

    private final TrackView view;
    private final TrackLookup tracks;
    private final Permits permits;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * @param view of the tracks
     * @param permits how many streams at once
     */
    public EventStreams(TrackView view, Permits permits) {
        this.view = view;
        this.tracks = new TrackLookup(view);
        this.permits = permits;
    }

    /** {@code GET /v1/events}: every track. */
    public Future<?> all(Exchange exchange) {
        return stream(exchange, EventFilter.all());
    }

    /** {@code GET /v1/tracks/{trackId}/events}: one, beginning with how it stands. */
    public Future<?> ofTrack(Exchange exchange) {
        var track = tracks.require(exchange.path("trackId"));
        return stream(exchange, EventFilter.of(track));
    }

    /** Ends all streams; clients come back to another gateway. */
    @Override
    public void close() {
        closing = true;
        open.forEach(EventStream::end);
    }

    private Future<?> stream(Exchange exchange, EventFilter filter) {
        exchange.response()
                .putHeader("Content-Type", TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return exchange.response().end();
        }
        permits.acquire();
        var stream = new EventStream(exchange.context(), exchange.response(), filter);
        open.add(stream);
        Optional<String> since = exchange.header("Last-Event-ID").or(() -> exchange.query("lastEventId"));
        Future<Void> ended = stream.run(view, since).onComplete(done -> {
            open.remove(stream);
            permits.release();
        });
        if (closing) {
            stream.end();
        }
        return ended;
    }
}
