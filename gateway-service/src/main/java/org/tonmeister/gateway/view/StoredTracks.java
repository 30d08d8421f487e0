package org.tonmeister.gateway.view;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tonmeister.schemas.record.TrackState;

/** Answers from the copy of the tracks. */
final class StoredTracks implements TrackView {
    private final TrackIndex index;
    private final Supplier<ReadOnlyKeyValueStore<String, TrackState>> states;
    private final TrackFeed feed;
    private final Supplier<Retention> retention;
    private final InstantSource clock;

    /** @param states throws {@link ViewNotReadyException} while there is none */
    StoredTracks(
            TrackIndex index,
            Supplier<ReadOnlyKeyValueStore<String, TrackState>> states,
            TrackFeed feed,
            Supplier<Retention> retention,
            InstantSource clock) {
        this.index = index;
        this.states = states;
        this.feed = feed;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Optional<TrackState> find(String trackId) {
        return Optional.ofNullable(states.get().get(trackId)).map(this::readable);
    }

    @Override
    public Page list(Query query) {
        var store = states.get();
        Iterator<TrackIndex.Entry> entries = index.behind(query.cursor().map(ListCursor::parse), filter(query));
        var tracks = new ArrayList<TrackState>();
        TrackIndex.Entry last = null;
        while (entries.hasNext() && tracks.size() < query.limit()) {
            var entry = entries.next();
            TrackState state = store.get(entry.trackId());
            // It may have been deleted this moment.
            if (state != null) {
                tracks.add(readable(state));
                last = entry;
            }
        }
        boolean more = last != null && entries.hasNext();
        return new Page(tracks, more ? Optional.of(ListCursor.of(last).toString()) : Optional.empty());
    }

    @Override
    public Watch watch(Optional<String> lastEventId, Consumer<ViewEvent> listener) {
        return feed.watch(
                lastEventId,
                event -> listener.accept(new ViewEvent(
                        event.id(), event.kind(), event.trackId(), event.track().map(this::readable))));
    }

    private TrackState readable(TrackState state) {
        return Expiry.readable(state, retention.get(), clock.millis());
    }

    private static Predicate<TrackIndex.Entry> filter(Query query) {
        String text = query.text().strip().toLowerCase(Locale.ROOT);
        return entry ->
                (query.phase().isEmpty() || entry.phase() == query.phase().get())
                        && (text.isEmpty() || entry.holds(text));
    }
}
