package org.tonmeister.gateway.view;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.UploadNotice;

/**
 * {@code uploads}, {@code progress}, {@code mix-orders} and {@code mixes} in, {@code tracks} out; and the whole of
 * {@code tracks} in a store on each gateway.
 */
final class ViewTopology {
    private ViewTopology() {}

    /**
     * The topology.
     *
     * @param retention how long bytes stay, asked for anew at each sweep
     * @param copy takes in {@code tracks}
     */
    static Topology of(TopicCatalogue catalogue, Supplier<Retention> retention, TrackCopy copy) {
        var builder = new StreamsBuilder();
        builder.addStateStore(TrackStore.builder());
        copy.addTo(builder, catalogue.name(Topic.TRACKS));
        uploads(builder, catalogue)
                .merge(entered(
                        builder.stream(
                                catalogue.name(Topic.PROGRESS),
                                Consumed.with(Serdes.String(), AvroSerde.of(Progress.class))
                                        .withName("progress")),
                        "progress-entered",
                        (trackId, before, progress, at) -> TrackLedger.progress(before, progress, at)))
                .merge(entered(
                        builder.stream(
                                catalogue.name(Topic.MIX_ORDERS),
                                Consumed.with(Serdes.String(), AvroSerde.of(MixOrder.class))
                                        .withName("orders")),
                        "orders-entered",
                        (trackId, before, order, at) -> TrackLedger.order(before, order, at)))
                .merge(entered(
                        builder.stream(
                                catalogue.name(Topic.MIXES),
                                Consumed.with(Serdes.String(), AvroSerde.of(Mix.class))
                                        .withName("mixes")),
                        "mixes-entered",
                        (trackId, before, mix, at) -> TrackLedger.mix(before, mix, at)))
                .process(() -> new ExpirySweeper(retention), Named.as("sweeper"), TrackStore.NAME)
                .to(
                        catalogue.name(Topic.TRACKS),
                        Produced.with(Serdes.String(), AvroSerde.of(TrackState.class))
                                .withName("tracks-written"));
        return builder.build();
    }

    private static KStream<String, TrackState> uploads(StreamsBuilder builder, TopicCatalogue catalogue) {
        KStream<String, UploadNotice> notices = builder.stream(
                        catalogue.name(Topic.UPLOADS),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("uploads"))
                .process(UploadReader::new, Named.as("uploads-read"))
                .repartition(Repartitioned.<String, UploadNotice>as("upload-notices")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(AvroSerde.of(UploadNotice.class)));
        return entered(
                notices,
                "uploads-entered",
                (trackId, before, notice, at) -> TrackLedger.notice(trackId, before, notice));
    }

    private static <V> KStream<String, TrackState> entered(
            KStream<String, V> records, String name, TrackProcessor.Rule<V> rule) {
        return records.process(() -> new TrackProcessor<>(rule), Named.as(name), TrackStore.NAME);
    }
}
