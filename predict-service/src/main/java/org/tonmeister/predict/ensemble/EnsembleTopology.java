package org.tonmeister.predict.ensemble;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.UploadAccount;

/** {@code predictions} and {@code mix-requests} in, {@code mix-orders} and {@code progress} out. */
public final class EnsembleTopology {
    private static final String PREDICTIONS = "predictions";
    private static final String REQUESTS = "mix-requests";
    private static final String ACCOUNTANT = "accountant";
    private static final String REMIXER = "remixer";

    private EnsembleTopology() {}

    /** The topology for these settings; nothing of its work is seen. */
    public static Topology of(EnsembleSettings settings) {
        return of(settings, EnsembleTelemetry.none());
    }

    static Topology of(EnsembleSettings settings, EnsembleTelemetry telemetry) {
        var catalogue = settings.catalogue();
        var strings = new StringSerializer();
        return new Topology()
                .addSource(
                        PREDICTIONS,
                        new StringDeserializer(),
                        AvroSerde.of(Prediction.class),
                        catalogue.name(Topic.PREDICTIONS))
                .addSource(REQUESTS, new StringDeserializer(), new RequestReader(), catalogue.name(Topic.MIX_REQUESTS))
                .addProcessor(ACCOUNTANT, () -> new PredictionProcessor(settings, telemetry), PREDICTIONS)
                .addProcessor(REMIXER, () -> new RequestProcessor(settings, telemetry), REQUESTS)
                .addStateStore(accounts(), ACCOUNTANT, REMIXER)
                .addStateStore(texts(UploadStore.LATEST), ACCOUNTANT, REMIXER)
                .addStateStore(texts(DeletionStore.NAME), ACCOUNTANT, REMIXER)
                .addSink(
                        AnswerSender.ORDERS,
                        catalogue.name(Topic.MIX_ORDERS),
                        strings,
                        AvroSerde.of(MixOrder.class),
                        ACCOUNTANT,
                        REMIXER)
                .addSink(
                        AnswerSender.PROGRESS,
                        catalogue.name(Topic.PROGRESS),
                        strings,
                        AvroSerde.of(Progress.class),
                        ACCOUNTANT,
                        REMIXER);
    }

    /** Cached: an account changes with every window, and only its state at a commit need go to the log. */
    private static StoreBuilder<KeyValueStore<String, UploadAccount>> accounts() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(UploadStore.ACCOUNTS),
                        Serdes.String(),
                        AvroSerde.of(UploadAccount.class))
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private static StoreBuilder<KeyValueStore<String, String>> texts(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String())
                .withLoggingEnabled(Map.of());
    }
}
