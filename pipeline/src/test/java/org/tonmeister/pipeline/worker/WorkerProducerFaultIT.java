package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

@ExtendWith(SharedBroker.class)
class WorkerProducerFaultIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RECORDS = 9;

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
    @CsvSource({
        "initTransactions,false,true",
        "beginTransaction,false,false",
        "send,false,false",
        "send,true,false",
        "sendOffsetsToTransaction,false,true",
        "sendOffsetsToTransaction,true,false",
        "commitTransaction,false,false",
        "commitTransaction,false,true",
        "commitTransaction,true,true",
        "commitTransaction,true,false",
    })
    void producerFaultsAtEveryCall_leaveEachResultOnce(String method, boolean afterwards, boolean timeout) {
        // Given
        publish(RECORDS);
        var clients = new FaultyClients(method, afterwards, timeout);

        // When
        try (var worker = worker(this::copy).clients(clients).build()) {
            worker.start();
            awaitResults(RECORDS);
        }
        if (method.equals("initTransactions")) {
            // Called once for a producer: two more workers make it three.
            restart(clients);
        }

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(inputs(RECORDS));
        assertThat(clients.faults()).as("guard: faults happened").isPositive();
    }

    @Test
    void outcomeUnknown_isDecidedByTheCommittedOffsets() {
        // Given a producer whose commits reach the broker and whose answers get lost, again and again
        publish(RECORDS);
        var clients = new FaultyClients("commitTransaction", true, false);

        // When
        try (var worker = worker(this::copy).clients(clients).build()) {
            worker.start();
            awaitResults(RECORDS);
        }

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(inputs(RECORDS));
        assertThat(clients.producers())
                .as("guard: producers were thrown away")
                .isGreaterThanOrEqualTo(clients.faults())
                .isGreaterThan(2);
    }

    @Test
    void cancellationKeptByTheHandler_doesNotPassAsSuccess() {
        // Given a handler that swallows what commitSlice throws
        publish(6);
        var clients = new FaultyClients("commitTransaction", true, false);
        var swallowed = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            context.send(Topic.SPECTROGRAMS, "track", bytes("slice"));
            try {
                context.commitSlice();
            } catch (CancelledWorkException e) {
                swallowed.incrementAndGet();
            }
            copy(record, context);
        };

        // When
        try (var worker = worker(handler).clients(clients).build()) {
            worker.start();
            awaitResults(6);
        }

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(inputs(6));
        assertThat(swallowed).as("guard").hasPositiveValue();
    }

    private void restart(FaultyClients clients) {
        for (int i = 0; i < 2; i++) {
            try (var worker = worker(this::copy).clients(clients).build()) {
                worker.start();
                await().atMost(PATIENCE).until(worker::ready);
            }
        }
    }

    private void copy(ConsumerRecord<byte[], byte[]> record, StageContext context) {
        context.send(Topic.AST_FEATURES, "track", record.value());
    }

    private TransactionalWorker.Builder worker(StageHandler handler) {
        return TransactionalWorker.builder("test", Topic.UPLOADS, pipeline.settings(), () -> handler);
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
