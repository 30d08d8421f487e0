package org.tonmeister.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tonmeister.client.ClientFixture.OPTIONS;
import static org.tonmeister.client.ClientFixture.PATIENCE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;
import org.tonmeister.schemas.record.Upload;

/** Uploads that must be in the log once, whoever publishes them. */
@ExtendWith(SharedBroker.class)
class PublishOnceIT {
    private static final Upload UPLOAD = new Upload(
            "song.wav", null, OPTIONS, new LogRange("none", 0, 0L, 0L, "none", 1, 1L, ByteBuffer.allocate(32)));

    private static final int PUBLISHERS = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
    private TestPipeline pipeline;
    private TrackLog log;

    @BeforeEach
    void open(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        log = new TrackLog(pipeline.settings(), Tracing.off());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        log.close();
        pipeline.close();
    }

    @Test
    void ofManyAtTheSameMoment_onePublishes_andAllHearOfIt() {
        // When
        List<CompletableFuture<Map<String, String>>> publishers = IntStream.range(0, PUBLISHERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> once("one", "two"), threads))
                .toList();
        List<Map<String, String>> answers =
                publishers.stream().map(CompletableFuture::join).toList();

        // Then
        Map<String, String> published = published();
        assertThat(published).containsOnlyKeys("one", "two");
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(published));
    }

    @Test
    void whatIsMissing_isPublished_andNothingElse() {
        // Given
        String earlier = log.publish("one", UPLOAD, new RecordHeaders());
        log.publish("two", UPLOAD, new RecordHeaders());
        log.delete("two", new RecordHeaders());

        // When
        Map<String, String> ids = once("one", "two", "three");

        // Then
        assertThat(ids).containsOnlyKeys("one", "two", "three").containsEntry("one", earlier);
        assertThat(pipeline.committed(Topic.UPLOADS)).hasSize(5);
        assertThat(log.findRecent("one")).hasValue(earlier);
        assertThat(log.findRecent("two")).hasValue(ids.get("two"));
        assertThat(log.findRecent("four")).isEmpty();
    }

    @Test
    void uploadBehindAnOpenTransaction_isWaitedFor() throws Exception {
        try (var stranger = new KafkaProducer<byte[], byte[]>(
                pipeline.settings().transactionalProducer(pipeline.settings().topicPrefix() + "-stranger"))) {
            // Given an upload that no reader of committed records sees yet
            stranger.initTransactions();
            stranger.beginTransaction();
            stranger.send(new ProducerRecord<>(
                            pipeline.name(Topic.UPLOADS), "track".getBytes(StandardCharsets.UTF_8), new byte[1]))
                    .get();
            String earlier = log.publish("track", UPLOAD, new RecordHeaders());

            // When
            var answer = CompletableFuture.supplyAsync(() -> once("track"), threads);
            await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> !answer.isDone());
            stranger.abortTransaction();

            // Then
            assertThat(answer.join()).containsExactly(Map.entry("track", earlier));
        }
    }

    private Map<String, String> once(String... trackIds) {
        var uploads = new LinkedHashMap<String, Upload>();
        Stream.of(trackIds).forEach(id -> uploads.put(id, UPLOAD));
        return log.publishOnce("name", uploads, new RecordHeaders());
    }

    /** Fails if a track is there twice. */
    private Map<String, String> published() {
        var ids = new LinkedHashMap<String, String>();
        for (ConsumerRecord<byte[], byte[]> record : pipeline.committed(Topic.UPLOADS)) {
            assertThat(ids.put(new String(record.key(), StandardCharsets.UTF_8), UploadIds.of(record)))
                    .isNull();
        }
        return ids;
    }
}
