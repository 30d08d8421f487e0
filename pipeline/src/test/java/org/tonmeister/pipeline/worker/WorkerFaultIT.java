package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;

/** Faults that are not the sender's: tried again, then given up. */
@ExtendWith(SharedBroker.class)
class WorkerFaultIT {
    private WorkerBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = new WorkerBench(broker);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void recordThatAlwaysFails_isTriedThreeTimes_thenADeadLetter() {
        // Given
        bench.pipeline().publish(Topic.UPLOADS, "track", "poison");
        bench.pipeline().publish(Topic.UPLOADS, "track", "good");
        var attempts = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            if (WorkerBench.text(record).equals("poison")) {
                attempts.incrementAndGet();
                throw new IllegalStateException("the decoder\nbroke");
            }
            context.send(Topic.AST_FEATURES, "track", record.value());
        };

        // When
        bench.run(Topic.UPLOADS, handler, 1, 1);

        // Then
        assertThat(attempts).hasValue(3);
        assertThat(bench.pipeline().texts(Topic.AST_FEATURES)).containsExactly("good");
        assertThat(WorkerBench.headers(
                        bench.pipeline().committed(Topic.DEAD_LETTERS).get(0)))
                .containsEntry(
                        RecordHeaders.DEAD_LETTER_REASON,
                        "A fault in test, not in the file: IllegalStateException: the decoder broke")
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.lang.IllegalStateException");
        assertThat(bench.progress()).extracting(Progress::getState).containsExactly(ProgressState.FAILED);
        assertThat(bench.counter("tonmeister.records.failed")).isEqualTo(1);
    }

    @Test
    void errorOfTheVirtualMachine_isARecordsFaultToo() {
        // Given
        bench.pipeline().publish(Topic.UPLOADS, "track", "poison");
        StageHandler handler = (record, context) -> {
            throw new StackOverflowError();
        };

        // When
        bench.run(Topic.UPLOADS, handler, 1, 0);

        // Then
        assertThat(WorkerBench.headers(
                        bench.pipeline().committed(Topic.DEAD_LETTERS).get(0)))
                .containsEntry(RecordHeaders.DEAD_LETTER_CAUSE, "java.lang.StackOverflowError");
    }

    @Test
    void brokerThatDoesNotAnswerTheHandler_isWaitedFor() {
        // Given
        bench.pipeline().publish(Topic.UPLOADS, "track", "good");
        var attempts = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            if (attempts.incrementAndGet() <= 4) {
                throw new TimeoutException("broker away");
            }
            context.send(Topic.AST_FEATURES, "track", record.value());
        };

        // When
        bench.run(Topic.UPLOADS, handler, 0, 1);

        // Then
        assertThat(attempts).as("guard: more often than a fault is tried").hasValue(5);
        assertThat(bench.pipeline().texts(Topic.AST_FEATURES)).containsExactly("good");
    }

    @Test
    void failuresInABatch_doNotTouchTheOthers() {
        // Given
        List<String> inputs = IntStream.range(0, 20).mapToObj(i -> "input-" + i).toList();
        inputs.forEach(input -> bench.pipeline().publish(Topic.UPLOADS, "track", input));
        StageHandler handler = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track", record.value());
            switch ((int) record.offset() % 4) {
                case 1 -> WorkerBench.reject(record, context);
                case 3 -> throw new IllegalStateException("broken");
                default -> context.send(Topic.SPECTROGRAMS, "track", record.value());
            }
        };

        // When
        bench.run(Topic.UPLOADS, handler, 10, 10);

        // Then
        List<String> good = IntStream.range(0, 20)
                .filter(i -> i % 2 == 0)
                .mapToObj(inputs::get)
                .toList();
        assertThat(bench.pipeline().texts(Topic.AST_FEATURES)).containsExactlyElementsOf(good);
        assertThat(bench.pipeline().texts(Topic.SPECTROGRAMS)).containsExactlyElementsOf(good);
        assertThat(bench.counter("tonmeister.transactions.committed"))
                .as("guard: records shared transactions")
                .isLessThan(20);
    }

    @Test
    void resultThatTheBrokerNeverTakes_isADeadLetter_andTheOthersOfTheBatchPass() throws Exception {
        // Given a topic that takes less than the catalogue says
        var topic =
                new ConfigResource(ConfigResource.Type.TOPIC, bench.pipeline().name(Topic.AST_FEATURES));
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", "100000"), AlterConfigOp.OpType.SET);
        bench.pipeline()
                .admin()
                .incrementalAlterConfigs(Map.of(topic, List.of(limit)))
                .all()
                .get();
        bench.pipeline().publish(Topic.UPLOADS, "track", "one");
        bench.pipeline().publish(Topic.UPLOADS, "track", "two");
        bench.pipeline().publish(Topic.UPLOADS, "track", "x".repeat(200_000));

        // When
        bench.run(Topic.UPLOADS, (record, context) -> context.send(Topic.AST_FEATURES, "track", record.value()), 1, 2);

        // Then
        assertThat(bench.pipeline().texts(Topic.AST_FEATURES)).containsExactly("one", "two");
        assertThat(WorkerBench.headers(
                                bench.pipeline().committed(Topic.DEAD_LETTERS).get(0))
                        .get(RecordHeaders.DEAD_LETTER_CAUSE))
                .contains("RecordTooLarge");
    }
}
