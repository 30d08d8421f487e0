package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

@ExtendWith(SharedBroker.class)
class WorkerRejectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TestPipeline pipeline;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void closeClients() {
        pipeline.close();
    }

    @Test
    void rejectedRecord_becomesADeadLetterAsItCame_andTheNextIsWorkedOn() {
        // Given
        var trace = new TextHeader(RecordHeaders.TRACE_PARENT, "00-trace-span-01");
        var own = new TextHeader("filename", "täst.mp3");
        RecordMetadata bad = pipeline.publish(Topic.UPLOADS, "track-1", "bad", trace, own);
        pipeline.publish(Topic.UPLOADS, "track-1", "good", trace);
        StageHandler handler = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track-1", record.value());
            if (text(record).equals("bad")) {
                throw new RejectedException(
                        RejectionReason.UNREADABLE_AUDIO, "not a song", new java.util.zip.ZipException("x"));
            }
        };

        // When
        run(Topic.UPLOADS, handler, 1, 1);

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactly("good");
        assertThat(TextHeader.read(pipeline.committed(Topic.AST_FEATURES).get(0).headers(), "traceparent"))
                .contains("00-trace-span-01");
        ConsumerRecord<byte[], byte[]> letter =
                pipeline.committed(Topic.DEAD_LETTERS).get(0);
        assertThat(letter.key()).isEqualTo("track-1".getBytes(StandardCharsets.UTF_8));
        assertThat(text(letter)).isEqualTo("bad");
        assertThat(headers(letter))
                .containsEntry("filename", "täst.mp3")
                .containsEntry("traceparent", "00-trace-span-01")
                .containsEntry(RecordHeaders.DEAD_LETTER_REASON, "not a song")
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.util.zip.ZipException")
                .containsEntry(RecordHeaders.DEAD_LETTER_STAGE, "test")
                .containsEntry(RecordHeaders.DEAD_LETTER_TOPIC, pipeline.name(Topic.UPLOADS))
                .containsEntry(RecordHeaders.DEAD_LETTER_PARTITION, Integer.toString(bad.partition()))
                .containsEntry(RecordHeaders.DEAD_LETTER_OFFSET, Long.toString(bad.offset()));
        assertThat(progress())
                .containsExactly(new Progress(
                        "track-1", UploadIds.of(bad), "test", ProgressState.REJECTED, 0.0, "not a song", null, null));
        assertThat(meters.get("tonmeister.records.rejected")
                        .tag("reason", "unreadable_audio")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void uploadWithoutAKey_isNamedByItsPlace() {
        // Given
        RecordMetadata place = pipeline.publish(Topic.UPLOADS, null, "bad");

        // When
        run(Topic.UPLOADS, WorkerRejectionIT::reject, 1, 0);

        // Then
        String uploadId = UploadIds.of(place);
        assertThat(progress())
                .containsExactly(new Progress(
                        "upload-" + uploadId, uploadId, "test", ProgressState.REJECTED, 0.0, "no", null, null));
        assertThat(pipeline.committed(Topic.DEAD_LETTERS)).singleElement().satisfies(letter -> assertThat(letter.key())
                .isNull());
    }

    @Test
    void elsewhereThanOnUploads_theHandlerSaysWhoseWorkItIs() {
        // Given
        pipeline.publish(Topic.MIX_ORDERS, "track", "known");
        pipeline.publish(Topic.MIX_ORDERS, "track", "unknown");
        StageHandler handler = (record, context) -> {
            if (text(record).equals("known")) {
                context.identify("track", "3-14");
            }
            reject(record, context);
        };

        // When
        run(Topic.MIX_ORDERS, handler, 2, 0);

        // Then
        assertThat(progress())
                .containsExactly(new Progress("track", "3-14", "test", ProgressState.REJECTED, 0.0, "no", null, null));
    }

    @Test
    void recordThatAlwaysFails_isTriedThreeTimes_thenADeadLetter() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "poison");
        pipeline.publish(Topic.UPLOADS, "track", "good");
        var attempts = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            if (text(record).equals("poison")) {
                attempts.incrementAndGet();
                throw new IllegalStateException("the decoder\nbroke");
            }
            context.send(Topic.AST_FEATURES, "track", record.value());
        };

        // When
        run(Topic.UPLOADS, handler, 1, 1);

        // Then
        assertThat(attempts).hasValue(3);
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactly("good");
        assertThat(headers(pipeline.committed(Topic.DEAD_LETTERS).get(0)))
                .containsEntry(
                        RecordHeaders.DEAD_LETTER_REASON,
                        "A fault in test, not in the file: IllegalStateException: the decoder broke")
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.lang.IllegalStateException");
        assertThat(progress()).extracting(Progress::getState).containsExactly(ProgressState.FAILED);
        assertThat(counter("tonmeister.records.failed")).isEqualTo(1);
    }

    @Test
    void errorOfTheVirtualMachine_isARecordsFaultToo() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "poison");
        StageHandler handler = (record, context) -> {
            throw new StackOverflowError();
        };

        // When
        run(Topic.UPLOADS, handler, 1, 0);

        // Then
        assertThat(headers(pipeline.committed(Topic.DEAD_LETTERS).get(0)))
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.lang.StackOverflowError");
    }

    @Test
    void brokerThatDoesNotAnswerTheHandler_isWaitedFor() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "good");
        var attempts = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            if (attempts.incrementAndGet() <= 4) {
                throw new TimeoutException("broker away");
            }
            context.send(Topic.AST_FEATURES, "track", record.value());
        };

        // When
        run(Topic.UPLOADS, handler, 0, 1);

        // Then
        assertThat(attempts).as("guard: more often than a fault is tried").hasValue(5);
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactly("good");
    }

    @Test
    void failuresInABatch_doNotTouchTheOthers() {
        // Given
        List<String> inputs = IntStream.range(0, 20).mapToObj(i -> "input-" + i).toList();
        inputs.forEach(input -> pipeline.publish(Topic.UPLOADS, "track", input));
        StageHandler handler = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track", record.value());
            switch ((int) record.offset() % 4) {
                case 1 -> reject(record, context);
                case 3 -> throw new IllegalStateException("broken");
                default -> context.send(Topic.SPECTROGRAMS, "track", record.value());
            }
        };

        // When
        run(Topic.UPLOADS, handler, 10, 10);

        // Then
        List<String> good = IntStream.range(0, 20)
                .filter(i -> i % 2 == 0)
                .mapToObj(inputs::get)
                .toList();
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyElementsOf(good);
        assertThat(pipeline.texts(Topic.SPECTROGRAMS)).containsExactlyElementsOf(good);
        assertThat(counter("tonmeister.transactions.committed"))
                .as("guard: records shared transactions")
                .isLessThan(20);
    }

    @Test
    void resultThatTheBrokerNeverTakes_isADeadLetter_andTheOthersOfTheBatchPass() throws Exception {
        // Given a topic that takes less than the catalogue says
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, pipeline.name(Topic.AST_FEATURES));
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", "100000"), AlterConfigOp.OpType.SET);
        pipeline.admin()
                .incrementalAlterConfigs(Map.of(topic, List.of(limit)))
                .all()
                .get();
        pipeline.publish(Topic.UPLOADS, "track", "one");
        pipeline.publish(Topic.UPLOADS, "track", "two");
        pipeline.publish(Topic.UPLOADS, "track", "x".repeat(200_000));

        // When
        run(Topic.UPLOADS, (record, context) -> context.send(Topic.AST_FEATURES, "track", record.value()), 1, 2);

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactly("one", "two");
        assertThat(headers(pipeline.committed(Topic.DEAD_LETTERS).get(0)).get(RecordHeaders.DEAD_LETTER_CAUSE))
                .contains("RecordTooLarge");
    }

    private static void reject(ConsumerRecord<byte[], byte[]> record, StageContext context) throws RejectedException {
        throw new RejectedException(RejectionReason.UNREADABLE_AUDIO, "no");
    }

    private void run(Topic source, StageHandler handler, int letters, int results) {
        try (var worker = TransactionalWorker.builder("test", source, pipeline.settings(), () -> handler)
                .maxPollRecords(5)
                .meters(meters)
                .build()) {
            worker.start();
            await().atMost(PATIENCE)
                    .until(() -> pipeline.committed(Topic.DEAD_LETTERS).size() >= letters
                            && pipeline.committed(Topic.AST_FEATURES).size() >= results);
        }
        assertThat(pipeline.committed(Topic.DEAD_LETTERS)).hasSize(letters);
    }

    private List<Progress> progress() {
        var serde = AvroSerde.of(Progress.class);
        return pipeline.committed(Topic.PROGRESS).stream()
                .map(record -> serde.decode(record.value()))
                .toList();
    }

    private double counter(String name) {
        return meters.get(name).counter().count();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new java.util.HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
