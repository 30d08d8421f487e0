package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

class WorkerOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RECORDS = 60;

    @Test
    void brokerThatStopsAndComesBack_leavesEachResultOnce_andReadinessFollows() {
        List<String> inputs =
                IntStream.range(0, RECORDS).mapToObj(i -> "input-" + i).toList();
        var handled = new AtomicInteger();
        try (var broker = TestBroker.start();
                var pipeline = new TestPipeline(broker)) {
            // Given a worker in the middle of its work
            inputs.forEach(input -> pipeline.publish(Topic.UPLOADS, input, input));
            StageHandler handler = (record, context) -> {
                handled.incrementAndGet();
                context.send(Topic.AST_FEATURES, "track", record.value());
            };
            try (var worker = TransactionalWorker.builder("test", Topic.UPLOADS, pipeline.settings(), () -> handler)
                    .build()) {
                worker.start();
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> handled.get() >= 5);

                // When
                broker.stop();
                int handledBefore = handled.get();
                await().atMost(PATIENCE).until(() -> !worker.ready());
                broker.restart();
                await().atMost(PATIENCE)
                        .until(() -> pipeline.texts(Topic.AST_FEATURES).size() >= RECORDS);
                await().atMost(PATIENCE).until(worker::ready);

                // Then
                assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(inputs);
                assertThat(handledBefore)
                        .as("guard: not done when the broker stopped")
                        .isLessThan(RECORDS);
            }
        }
    }
}
