package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.ProgressState;

@ExtendWith(SharedBroker.class)
class WorkerHandlerFaultIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RECORDS = 24;

    private TestPipeline pipeline;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
    }

    @AfterEach
    void closeClients() {
        pipeline.close();
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void handlerFaultsAtEveryPosition_leaveEachResultOnce(int maxPollRecords) {
        // Given a handler that fails twice on each record, each time somewhere else
        publish(RECORDS);
        var faults = new AtomicInteger();
        var attempts = new ConcurrentHashMap<String, Integer>();
        StageHandler handler = (record, context) -> {
            int attempt = attempts.merge(text(record), 1, Integer::sum);
            int position = (int) (record.offset() + attempt) % 4;
            failAt(0, position, attempt, faults);
            context.send(Topic.AST_FEATURES, "track", bytes(text(record) + "/a"));
            failAt(1, position, attempt, faults);
            context.send(Topic.AST_FEATURES, "track", bytes(text(record) + "/b"));
            failAt(2, position, attempt, faults);
        };

        // When
        try (var worker = worker(handler).maxPollRecords(maxPollRecords).build()) {
            worker.start();
            awaitResults(2 * RECORDS);
        }

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES))
                .containsExactlyInAnyOrderElementsOf(inputs(RECORDS).stream()
                        .flatMap(text -> List.of(text + "/a", text + "/b").stream())
                        .toList());
        assertThat(faults).as("guard: faults happened").hasValueGreaterThan(RECORDS / 2);
        assertThat(pipeline.committed(Topic.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void slices_areVisibleBeforeTheEnd_andDoNotMoveThePosition() throws Exception {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "before");
        RecordMetadata source = pipeline.publish(Topic.UPLOADS, "track", "input");
        var seen = new CopyOnWriteArrayList<String>();
        var position = new CopyOnWriteArrayList<Long>();
        var places = new CopyOnWriteArrayList<RecordMetadata>();
        StageHandler handler = (record, context) -> {
            if (!text(record).equals("input")) {
                return;
            }
            context.send(Topic.AST_FEATURES, "track", bytes("one"));
            context.progress("track", "0-0", "test", ProgressState.RUNNING, 0.5);
            context.send(Topic.AST_FEATURES, "track", bytes("two"));
            places.addAll(context.commitSlice());
            // The broker acknowledges a commit before it has marked the partitions.
            seen.addAll(await().atMost(PATIENCE)
                    .until(() -> pipeline.texts(Topic.AST_FEATURES), texts -> !texts.isEmpty()));
            position.add(pipeline.offsets(group(), Topic.UPLOADS)
                    .get(source.partition())
                    .offset());
            context.send(Topic.AST_FEATURES, "track", bytes("three"));
        };

        // When
        try (var worker = worker(handler).maxPollRecords(5).build()) {
            worker.start();
            awaitResults(3);
        }

        // Then
        assertThat(seen).containsExactly("one", "two");
        assertThat(position).containsExactly(source.offset());
        var results = pipeline.committed(Topic.AST_FEATURES);
        assertThat(places)
                .extracting(RecordMetadata::offset)
                .containsExactly(results.get(0).offset(), results.get(1).offset());
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactly("one", "two", "three");
        assertThat(pipeline.committed(Topic.PROGRESS)).hasSize(1);
        assertThat(pipeline.offsets(group(), Topic.UPLOADS)
                        .get(source.partition())
                        .offset())
                .isEqualTo(source.offset() + 1);
    }

    @Test
    void faultBetweenSlices_repeatsTheBeginning_andTheEndComesOnce() {
        // Given
        publish(4);
        Set<String> failed = ConcurrentHashMap.newKeySet();
        StageHandler handler = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track", bytes(text(record) + "/begin"));
            context.commitSlice();
            context.send(Topic.AST_FEATURES, "track", bytes(text(record) + "/end"));
            if (failed.add(text(record))) {
                throw new IllegalStateException("between");
            }
        };

        // When
        try (var worker = worker(handler).maxPollRecords(4).build()) {
            worker.start();
            awaitResults(12);
        }

        // Then
        var expected = new ArrayList<String>();
        for (String input : inputs(4)) {
            expected.addAll(List.of(input + "/begin", input + "/begin", input + "/end"));
        }
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void recordOfTenMegabytes_passesWhole() {
        // Given
        byte[] big = new byte[10_000_000];
        for (int i = 0; i < big.length; i++) {
            big[i] = (byte) ((i * 31) >> 7);
        }
        pipeline.publish(Topic.UPLOADS, "track", big);

        // When
        StageHandler handler = (record, context) -> context.send(Topic.AUDIO, "track", record.value());
        try (var worker = worker(handler).build()) {
            worker.start();
            await().atMost(PATIENCE)
                    .until(() -> !pipeline.committed(Topic.AUDIO).isEmpty());
        }

        // Then
        assertThat(pipeline.committed(Topic.AUDIO)).singleElement().satisfies(record -> assertThat(record.value())
                .isEqualTo(big));
    }

    private static void failAt(int here, int position, int attempt, AtomicInteger faults) {
        if (attempt <= 2 && here == position) {
            faults.incrementAndGet();
            throw new IllegalStateException("injected at " + here);
        }
    }

    private TransactionalWorker.Builder worker(StageHandler handler) {
        return TransactionalWorker.builder("test", Topic.UPLOADS, pipeline.settings(), () -> handler);
    }

    private String group() {
        return pipeline.settings().groupId("test");
    }

    private void publish(int records) {
        inputs(records).forEach(text -> pipeline.publish(Topic.UPLOADS, text, text));
    }

    private static List<String> inputs(int records) {
        return IntStream.range(0, records).mapToObj(i -> "input-" + i).toList();
    }

    private void awaitResults(int records) {
        await().atMost(PATIENCE).until(() -> pipeline.texts(Topic.AST_FEATURES).size() >= records);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
