package org.tonmeister.gateway.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tonmeister.schemas.record.TrackState;

/**
 * Hands the changes of the tracks to those who watch. A watch that resumes is given what it has missed by the replay
 * first, while the changes that come meanwhile wait.
 */
final class TrackFeed {
    private final List<TrackWatch> watches = new CopyOnWriteArrayList<>();
    private final FeedReplay replay;
    private volatile FeedPlace place;

    TrackFeed(FeedReplay replay) {
        this.replay = replay;
    }

    /**
     * Says where the log ended before the copy began to follow it. All before that is in the copy by the time that
     * anybody watches.
     */
    void begin(FeedPlace end) {
        place = end;
    }

    /** A record was taken in. Called by one thread. */
    void changed(int partition, long offset, String trackId, TrackState state) {
        if (place == null || partition >= place.next().size()) {
            return;
        }
        place = place.behind(partition, offset);
        if (!watches.isEmpty()) {
            var change = new FeedChange(partition, offset, trackId, Optional.ofNullable(state));
            FeedPlace now = place;
            watches.forEach(watch -> watch.offer(change, now));
        }
    }

    /** Begins a watch. */
    TrackWatch watch(Optional<String> lastEventId, Consumer<ViewEvent> listener) {
        FeedPlace now = place;
        if (now == null) {
            throw new ViewNotReadyException("The tracks are not known yet: the gateway has just started", null);
        }
        var watch = new TrackWatch(listener, watches::remove);
        watches.add(watch);
        if (lastEventId.isEmpty()) {
            watch.goLive();
        } else {
            FeedPlace.parse(lastEventId.get())
                    .filter(since -> since.next().size() == now.next().size())
                    .ifPresentOrElse(since -> replay.submit(watch, since), () -> {
                        watch.reset(now);
                        watch.goLive();
                    });
        }
        return watch;
    }

    /** Ends the replays under way. */
    void close() {
        replay.close();
    }
}
