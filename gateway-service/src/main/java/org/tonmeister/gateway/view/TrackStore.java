package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.TrackState;

/** The states of the tracks of one partition, with the marks of what was deleted. */
final class TrackStore {
    static final String NAME = "tracks-by-partition";

    private final KeyValueStore<String, TrackState> states;
    private String sweptUpTo;

    TrackStore(KeyValueStore<String, TrackState> states) {
        this.states = states;
    }

    static StoreBuilder<KeyValueStore<String, TrackState>> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NAME), Serdes.String(), AvroSerde.of(TrackState.class))
                .withLoggingEnabled(Map.of());
    }

    /** Null: nothing is known. */
    TrackState find(String trackId) {
        return states.get(trackId);
    }

    void save(TrackState state) {
        states.put(state.getTrackId(), state);
    }

    void forget(String trackId) {
        states.delete(trackId);
    }

    /** The next {@code limit} states, after the last of them the first again: a transaction must not last long. */
    List<TrackState> next(int limit) {
        var portion = new ArrayList<TrackState>();
        String next = null;
        try (var rest = states.range(sweptUpTo, null)) {
            while (rest.hasNext() && next == null) {
                var entry = rest.next();
                if (portion.size() == limit) {
                    next = entry.key;
                } else {
                    portion.add(entry.value);
                }
            }
        }
        sweptUpTo = next;
        return portion;
    }
}
