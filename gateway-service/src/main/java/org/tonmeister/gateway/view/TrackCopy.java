package org.tonmeister.gateway.view;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.record.TrackState;

/**
 * This gateway's own copy of {@code tracks}: the states in a store on disk, some 2 KiB a track with one mix and 1 KiB
 * more for each further one, and their order in memory. It must fit on the disk of each gateway.
 */
final class TrackCopy {
    static final String STORE = "tracks-of-all";

    private final TrackIndex index;
    private final TrackFeed feed;

    TrackCopy(TrackIndex index, TrackFeed feed) {
        this.index = index;
        this.feed = feed;
    }

    void addTo(StreamsBuilder builder, String topic) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORE), Serdes.String(), AvroSerde.of(TrackState.class))
                        .withLoggingDisabled(),
                topic,
                Consumed.with(Serdes.String(), AvroSerde.of(TrackState.class)).withName("tracks-copied"),
                Copier::new);
    }

    /** Kafka Streams makes one for a restore and another for what comes after. */
    private final class Copier implements Processor<String, TrackState, Void, Void> {
        private ProcessorContext<Void, Void> context;
        private KeyValueStore<String, TrackState> states;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            this.context = context;
            this.states = context.getStateStore(STORE);
            try (var all = states.all()) {
                all.forEachRemaining(entry -> index.put(entry.value));
            }
        }

        @Override
        public void process(Record<String, TrackState> record) {
            if (record.key() == null) {
                return;
            }
            states.put(record.key(), record.value());
            if (record.value() == null) {
                index.remove(record.key());
            } else {
                index.put(record.value());
            }
            context.recordMetadata()
                    .ifPresent(place -> feed.changed(place.partition(), place.offset(), record.key(), record.value()));
        }
    }
}
