package org.tonmeister.gateway.view;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.TrackPhase;
import org.tonmeister.schemas.record.TrackState;
import org.tonmeister.schemas.record.Upload;

/** The view's topology without a broker, with the properties it runs with. Uploads lie in partition 0, from offset 0 on. */
final class ViewDriver implements AutoCloseable {
    static final TopicCatalogue CATALOGUE = new TopicCatalogue("test", 1, (short) 1);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TrackIndex index = new TrackIndex();
    private final PipelineSettings settings;
    private final TrackFeed feed;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> uploads;
    private final TestInputTopic<byte[], byte[]> progress;
    private final TestInputTopic<byte[], byte[]> orders;
    private final TestInputTopic<byte[], byte[]> mixes;
    private final TestOutputTopic<String, TrackState> tracks;
    private Instant now = START;
    private Retention retention = Retention.OF_THE_CATALOGUE;

    ViewDriver(Path folder) {
        settings = PipelineSettings.builder()
                .topicPrefix(CATALOGUE.prefix())
                .temp(folder)
                .build();
        feed = new TrackFeed(new FeedReplay(settings));
        feed.begin(new FeedPlace(List.of(0L)));
        var topology = ViewTopology.of(CATALOGUE, () -> retention, new TrackCopy(index, feed));
        driver = new TopologyTestDriver(topology, ViewProperties.of(settings), START);
        uploads = input(Topic.UPLOADS);
        progress = input(Topic.PROGRESS);
        orders = input(Topic.MIX_ORDERS);
        mixes = input(Topic.MIXES);
        tracks = driver.createOutputTopic(
                CATALOGUE.name(Topic.TRACKS), new StringDeserializer(), AvroSerde.of(TrackState.class));
    }

    void file(String trackId, byte[] file, Header... headers) {
        upload(
                trackId,
                new UploadValues(CATALOGUE.name(Topic.UPLOADS)).deserialize(CATALOGUE.name(Topic.UPLOADS), file),
                headers);
    }

    void manifest(String trackId, Upload upload) {
        file(trackId, AvroSerde.of(Upload.class).encode(upload));
    }

    /** Without a value: deletes the track. */
    void delete(String trackId) {
        upload(trackId, null);
    }

    void upload(String trackId, byte[] value, Header... headers) {
        uploads.pipeInput(record(trackId, value, headers));
    }

    void say(Progress said) {
        progress.pipeInput(
                record(said.getTrackId(), AvroSerde.of(Progress.class).encode(said)));
    }

    void order(MixOrder order) {
        orders.pipeInput(record(order.getTrackId(), AvroSerde.of(MixOrder.class).encode(order)));
    }

    void mix(Mix mix) {
        mixes.pipeInput(record(mix.getTrackId(), AvroSerde.of(Mix.class).encode(mix)));
    }

    /** All that makes an upload of {@code song} done; of its first, the upload itself, too. */
    void done(Said upload) {
        if (find("song").isEmpty()) {
            manifest("song", Said.manifest("Song.mp3"));
        }
        order(upload.order("ensemble", 1, null));
        mix(upload.mix("ensemble", 1, null));
    }

    /** The track {@code song}. */
    TrackState track() {
        return find("song").orElseThrow();
    }

    /** Where {@code song} stands. */
    TrackPhase phase() {
        return track().getPhase();
    }

    void damagedProgress(String trackId) {
        progress.pipeInput(record(trackId, new byte[] {1, 2, 3}));
    }

    /** Lets time pass, in the records' and the wall clock's sense. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    void keepFor(Duration uploadsKept, Duration mixesKept) {
        retention = new Retention(
                uploadsKept.toMillis(), mixesKept.toMillis(), Duration.ofDays(7).toMillis());
    }

    TrackView view() {
        return new StoredTracks(
                index, () -> driver.getKeyValueStore(TrackCopy.STORE), feed, () -> retention, () -> now);
    }

    Optional<TrackState> find(String trackId) {
        return view().find(trackId);
    }

    /** What was written to {@code tracks} since the last call. */
    List<TestRecord<String, TrackState>> written() {
        return new ArrayList<>(tracks.readRecordsToList());
    }

    int remembered() {
        int count = 0;
        try (var all = driver.getKeyValueStore(TrackStore.NAME).all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() {
        driver.close();
        feed.close();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(CATALOGUE.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestRecord<byte[], byte[]> record(String key, byte[] value, Header... headers) {
        now = now.plusMillis(1);
        byte[] keyBytes = key == null ? null : new StringSerializer().serialize("", key);
        return new TestRecord<>(keyBytes, value, new RecordHeaders(headers), now);
    }
}
