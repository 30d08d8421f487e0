package org.tonmeister.gateway.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener. Changes wait while it is told what it has missed. */
final class TrackWatch implements TrackView.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(TrackWatch.class);
    /** So many changes may wait; with more the listener begins anew. */
    private static final int MAX_WAITING = 10_000;

    private final Consumer<ViewEvent> listener;
    private final Consumer<TrackWatch> onClose;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private FeedPlace told;
    private boolean overflown;
    private boolean live;
    private volatile boolean closed;

    private record Waiting(FeedChange change, FeedPlace place) {}

    TrackWatch(Consumer<ViewEvent> listener, Consumer<TrackWatch> onClose) {
        this.listener = listener;
        this.onClose = onClose;
    }

    /** A change of now. */
    synchronized void offer(FeedChange change, FeedPlace place) {
        if (live) {
            tell(change.event(place));
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(new Waiting(change, place));
        } else {
            overflown = true;
            waiting.clear();
            waiting.add(new Waiting(change, place));
        }
    }

    /** A change of the past. */
    synchronized void replay(FeedChange change, FeedPlace place) {
        told = place;
        tell(change.event(place));
    }

    /** The listener is to load everything again. */
    synchronized void reset(FeedPlace place) {
        tell(new ViewEvent(place.toString(), ViewEvent.Kind.RESET, "", Optional.empty()));
    }

    /** The past is told: now what has waited, less what the past held of it, and from now on everything as it comes. */
    synchronized void goLive() {
        if (overflown) {
            reset(waiting.getLast().place());
        }
        for (Waiting next : waiting) {
            var change = next.change();
            if (told == null || change.offset() >= told.next().get(change.partition())) {
                tell(change.event(next.place()));
            }
        }
        waiting.clear();
        live = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }

    private void tell(ViewEvent event) {
        if (closed) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("A watcher failed and is dropped");
            close();
        }
    }
}
