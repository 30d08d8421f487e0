package org.tonmeister.gateway.events;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonmeister.gateway.view.TrackView;
import org.tonmeister.gateway.view.ViewEvent;

/**
 * One client's stream. A client that does not read is cut off, and may come back with the id of the last event it got:
 * what it missed lies in the log, not in this gateway's memory.
 */
final class EventStream {
    private static final long HEARTBEAT_MS = 15_000;
    private static final int QUEUE_BYTES = 256 << 10;
    private static final int MAX_WAITING = 1_000;

    private final Context context;
    private final HttpServerResponse response;
    private final EventFilter filter;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Promise<Void> ended = Promise.promise();

    EventStream(Context context, HttpServerResponse response, EventFilter filter) {
        this.context = context;
        this.response = response;
        this.filter = filter;
    }

    /** Begins; the future completes when the stream has ended, for whatever reason. */
    Future<Void> run(TrackView view, Optional<String> lastEventId) {
        response.setChunked(true).setWriteQueueMaxSize(QUEUE_BYTES);
        response.closeHandler(closed -> ended.tryComplete());
        response.exceptionHandler(fault -> ended.tryComplete());
        response.write(EventText.beginning());
        if (lastEventId.isEmpty()) {
            filter.beginning().ifPresent(track -> response.write(EventText.of(track)));
        }
        TrackView.Watch watch = view.watch(lastEventId, this::hear);
        long timer = context.owner().setPeriodic(HEARTBEAT_MS, tick -> heartbeat());
        return ended.future().onComplete(done -> {
            context.owner().cancelTimer(timer);
            watch.close();
        });
    }

    /** Ends it from outside; from any thread. */
    void end() {
        context.runOnContext(now -> {
            if (response.writeQueueFull()) {
                cutOff();
            } else if (!ended.future().isComplete()) {
                response.end();
                ended.tryComplete();
            }
        });
    }

    /** On the view's thread, which must not be held up. */
    private void hear(ViewEvent event) {
        if (!filter.lets(event) || ended.future().isComplete()) {
            return;
        }
        if (waiting.incrementAndGet() > MAX_WAITING) {
            context.runOnContext(now -> cutOff());
            return;
        }
        context.runOnContext(now -> {
            waiting.decrementAndGet();
            tell(event);
        });
    }

    private void tell(ViewEvent event) {
        if (response.writeQueueFull()) {
            cutOff();
        } else if (!ended.future().isComplete()) {
            response.write(EventText.of(event));
        }
    }

    private void heartbeat() {
        if (response.writeQueueFull()) {
            cutOff();
        } else if (!ended.future().isComplete()) {
            response.write(EventText.HEARTBEAT);
        }
    }

    private void cutOff() {
        if (ended.tryComplete() && !response.closed()) {
            response.reset();
        }
    }
}
