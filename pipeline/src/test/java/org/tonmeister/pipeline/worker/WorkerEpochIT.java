package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class WorkerEpochIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> seen = new CopyOnWriteArrayList<>();
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
    void restart_keepsTheEpoch_andResetOffsetsBeginAnother() {
        // Given
        pipeline.publish(Topic.UPLOADS, "track", "one");
        runUntilSeen(1);

        // When
        pipeline.publish(Topic.UPLOADS, "track", "two");
        runUntilSeen(2);
        pipeline.resetOffsets(pipeline.settings().groupId("test"), Topic.UPLOADS);
        runUntilSeen(4);

        // Then
        assertThat(seen).extracting(WorkerEpochIT::text).containsExactly("one", "two", "one", "two");
        assertThat(seen).extracting(WorkerEpochIT::epoch).allMatch(epoch -> epoch.matches("[0-9a-z]+"));
        assertThat(epoch(seen.get(1))).isEqualTo(epoch(seen.get(0)));
        assertThat(epoch(seen.get(2))).isNotEqualTo(epoch(seen.get(0)));
        assertThat(epoch(seen.get(3))).isEqualTo(epoch(seen.get(2)));
    }

    @Test
    void redoAfterASlice_keepsTheEpoch() {
        // Given a worker that is closed after its first slice
        pipeline.publish(Topic.UPLOADS, "track", "one");
        try (var worker = worker((record, context) -> {
                    context.send(Topic.AST_FEATURES, "track", new byte[] {1});
                    context.commitSlice();
                    seen.add("sliced/" + context.epoch());
                    untilCancelled(context);
                })
                .drain(Duration.ZERO)
                .build()) {
            worker.start();
            awaitSeen(1);
        }

        // When
        runUntilSeen(2);

        // Then
        assertThat(seen).extracting(WorkerEpochIT::text).containsExactly("sliced", "one");
        assertThat(epoch(seen.get(1))).isEqualTo(epoch(seen.get(0)));
    }

    private void runUntilSeen(int records) {
        try (var worker = worker((record, context) ->
                        seen.add(new String(record.value(), StandardCharsets.UTF_8) + "/" + context.epoch()))
                .build()) {
            worker.start();
            awaitSeen(records);
        }
    }

    private TransactionalWorker.Builder worker(StageHandler handler) {
        return TransactionalWorker.builder("test", Topic.UPLOADS, pipeline.settings(), () -> handler);
    }

    private void awaitSeen(int records) {
        await().atMost(PATIENCE).until(() -> seen.size() >= records);
    }

    private static void untilCancelled(StageContext context) {
        await().atMost(PATIENCE).until(context::cancelled);
        context.checkCancelled();
    }

    private static String text(String entry) {
        return entry.substring(0, entry.indexOf('/'));
    }

    private static String epoch(String entry) {
        return entry.substring(entry.indexOf('/') + 1);
    }
}
