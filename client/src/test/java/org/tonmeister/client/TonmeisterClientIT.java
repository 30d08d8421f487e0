package org.tonmeister.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.pipeline.logrange.LogRangeReader;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.Upload;

@ExtendWith(SharedBroker.class)
@SuppressWarnings("try") // A subscription is used by being open.
class TonmeisterClientIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MixOptions OPTIONS = MixOptionsParser.parse(Map.of("format", "mp3", "loudness", "club"));

    @TempDir
    private Path folder;

    private TestPipeline pipeline;
    private MixFixture services;
    private TonmeisterClient client;

    @BeforeEach
    void open(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        services = new MixFixture(pipeline);
        client = TonmeisterClient.builder()
                .bootstrapServers(broker.bootstrapServers())
                .topicPrefix(pipeline.settings().topicPrefix())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        services.close();
        pipeline.close();
    }

    @Test
    void publishedFile_isAManifestThatPointsAtItsBytes() throws IOException {
        // Given
        byte[] bytes = bytes(1_500_000);
        Path file = Files.write(folder.resolve("song.wav"), bytes);

        // When
        PublishedTrack track = client.publish(file, OPTIONS);

        // Then
        ConsumerRecord<byte[], byte[]> record =
                pipeline.committed(Topic.UPLOADS).get(0);
        Upload upload = AvroSerde.of(Upload.class).decode(record.value());
        assertThat(track.trackId()).isEqualTo("song.wav");
        assertThat(track.uploadId()).isEqualTo(record.partition() + "-" + record.offset());
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("song.wav");
        assertThat(upload.getFileName()).isEqualTo("song.wav");
        assertThat(upload.getOptions()).isEqualTo(OPTIONS);
        assertThat(content(upload.getContent())).isEqualTo(bytes);
    }

    @Test
    void publishingTellsHowFarItIs() throws IOException {
        var acknowledged = new ArrayList<Long>();

        client.publish("track", "song.wav", new ByteArrayInputStream(bytes(2_000_000)), OPTIONS, acknowledged::add);

        assertThat(acknowledged).isSorted().hasSize(4).endsWith(2_000_000L);
    }

    @Test
    void emptyFile_goesToIngestToBeRefused() throws IOException {
        client.publish("track", "empty.wav", new ByteArrayInputStream(new byte[0]), OPTIONS, ignored -> {});

        ConsumerRecord<byte[], byte[]> record =
                pipeline.committed(Topic.UPLOADS).get(0);
        assertThat(record.value()).isEmpty();
        assertThat(record.headers().lastHeader(RecordHeaders.FILE_NAME).value())
                .isEqualTo("empty.wav".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "a\nb"})
    void trackIdThatCannotBeOne_isRefusedBeforeAnythingIsSent(String trackId) {
        assertThatThrownBy(() -> client.publish(
                        trackId, "song.wav", new ByteArrayInputStream(bytes(10)), OPTIONS, ignored -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A track id has 1 to 200 printable characters");
        assertThat(pipeline.committed(Topic.UPLOAD_CHUNKS)).isEmpty();
    }

    @Test
    void requestedMix_isARequestUnderTheTracksKey() {
        String id = client.requestMix("track", OPTIONS);

        ConsumerRecord<byte[], byte[]> record =
                pipeline.committed(Topic.MIX_REQUESTS).get(0);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("track");
        assertThat(AvroSerde.of(MixRequest.class).decode(record.value())).isEqualTo(new MixRequest(id, null, OPTIONS));
    }

    @Test
    void mixIsAwaited_alsoIfItWasThereBefore_andSavedWhole() throws Exception {
        // Given mixes of another upload and of this one
        byte[] bytes = bytes(1_200_000);
        PublishedTrack track = published();
        services.mix("track", "9-9", bytes(10));
        Mix expected = services.mix("track", track.uploadId(), bytes);

        // When
        Mix mix = client.awaitMix(track, PATIENCE);
        Path file = folder.resolve("mix.flac");
        client.save(mix, file);

        // Then
        assertThat(mix).isEqualTo(expected);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgressState.class,
            names = {"REJECTED", "FAILED"})
    void trackThatIsGivenUp_isNotAwaited(ProgressState state) throws Exception {
        PublishedTrack track = published();
        services.progress("track", "9-9", state, "another upload");
        services.progress("track", track.uploadId(), ProgressState.RUNNING, null);
        services.progress("track", track.uploadId(), state, "not a song");

        assertThatThrownBy(() -> client.awaitMix(track, PATIENCE))
                .isInstanceOf(TrackRejectedException.class)
                .hasMessage("not a song");
    }

    @Test
    void mixThatDoesNotCome_timesOut() throws IOException {
        PublishedTrack track = published();

        assertThatThrownBy(() -> client.awaitMix(track, Duration.ofSeconds(1)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("No mix of track track within 1 s");
    }

    @Test
    void mixWhoseBytesAreGone_leavesTheOldFile_andNothingHalf() throws Exception {
        // Given
        Mix mix = services.mix("track", "0-0", bytes(1_200_000));
        Path file = Files.writeString(folder.resolve("mix.flac"), "old");
        LogRange content = mix.getContent();
        pipeline.admin()
                .deleteRecords(Map.of(
                        new TopicPartition(content.getTopic(), content.getPartition()),
                        RecordsToDelete.beforeOffset(content.getLastOffset())))
                .all()
                .get();

        // When, Then
        assertThatThrownBy(() -> client.save(mix, file)).isInstanceOf(MissingRangeException.class);
        assertThat(files()).containsExactly(file);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void subscriptionFromNow_hearsWhatComesAfterTheCall_mixesAndProgress() {
        // Given
        services.mix("old", "0-0", bytes(10));
        var heard = new Heard();

        // When
        try (var subscription = client.subscribe(Start.now(), heard)) {
            services.progress("new", "1-1", ProgressState.RUNNING, null);
            services.mix("new", "1-1", bytes(10));
            await().atMost(PATIENCE).until(() -> heard.mixes.size() + heard.progress.size() >= 2);
        }

        // Then
        assertThat(heard.mixes).containsExactly("new");
        assertThat(heard.progress).containsExactly("new RUNNING");
    }

    @Test
    void subscriptionFromTheBeginning_hearsEverything_andPassesOverWhatIsNoMix() {
        services.mix("one", "0-0", bytes(10));
        pipeline.publish(Topic.MIXES, "junk", "no record");
        services.mix("two", "1-1", bytes(10));
        var heard = new Heard();

        try (var subscription = client.subscribe(Start.beginning(), heard)) {
            await().atMost(PATIENCE).until(() -> heard.mixes.size() >= 2);
        }

        assertThat(heard.mixes).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void group_goesOnWhereItStopped() {
        // Given a group that has heard one
        String group = pipeline.settings().topicPrefix() + "-listener";
        services.mix("one", "0-0", bytes(10));
        var first = new Heard();
        try (var subscription = client.subscribe(Start.group(group), first)) {
            await().atMost(PATIENCE).until(() -> first.mixes.size() == 1);
            await().atMost(PATIENCE).until(() -> pipeline.offsets(group, Topic.MIXES).values().stream()
                    .anyMatch(offset -> offset.offset() == 1));
        }

        // When
        services.mix("two", "1-1", bytes(10));
        var second = new Heard();
        try (var subscription = client.subscribe(Start.group(group), second)) {
            await().atMost(PATIENCE).until(() -> !second.mixes.isEmpty());
        }

        // Then
        assertThat(second.mixes).containsExactly("two");
    }

    @Test
    void listenerThatThrows_endsTheSubscription_andHearsWhy() {
        services.mix("one", "0-0", bytes(10));
        services.mix("one", "1-1", bytes(10));
        var heard = new CopyOnWriteArrayList<String>();
        var failures = new CopyOnWriteArrayList<KafkaException>();
        var full = new TrackListener() {
            @Override
            public void onMix(Mix mix) throws IOException {
                heard.add(mix.getUploadId());
                throw new IOException("disk full");
            }

            @Override
            public void onFailure(KafkaException failure) {
                failures.add(failure);
            }
        };

        try (var subscription = client.subscribe(Start.beginning(), full)) {
            await().atMost(PATIENCE).until(() -> !failures.isEmpty());
        }

        assertThat(heard).containsExactly("0-0");
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("The listener failed: disk full")
                .hasCauseInstanceOf(IOException.class));
    }

    @Test
    void topicThatIsNotThere_isNamed(TestBroker broker) {
        try (var other = TonmeisterClient.builder()
                .bootstrapServers(broker.bootstrapServers())
                .topicPrefix("nobody")
                .build()) {
            assertThatThrownBy(() -> other.subscribe(Start.now(), new Heard()))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("There is no topic nobody.mixes");
        }
    }

    private PublishedTrack published() throws IOException {
        return client.publish("track", "song.wav", new ByteArrayInputStream(bytes(100)), OPTIONS, ignored -> {});
    }

    private byte[] content(LogRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = LogRangeReader.open(pipeline.settings())) {
            reader.copyTo(range, out);
        }
        return out.toByteArray();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static final class Heard implements TrackListener {
        final List<String> mixes = new CopyOnWriteArrayList<>();
        final List<String> progress = new CopyOnWriteArrayList<>();

        @Override
        public void onMix(Mix mix) {
            mixes.add(mix.getTrackId());
        }

        @Override
        public void onProgress(Progress heard) {
            progress.add(heard.getTrackId() + " " + heard.getState());
        }
    }
}
