package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class WorkerRebalanceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestPipeline pipeline;
    private PipelineSettings impatient;

    @BeforeEach
    void createTopics(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        impatient = pipeline.settings().toBuilder()
                .kafka("max.poll.interval.ms", "2000")
                .kafka("session.timeout.ms", "2000")
                .kafka("heartbeat.interval.ms", "300")
                .build();
    }

    @AfterEach
    void closeClients() {
        pipeline.close();
    }

    @Test
    @SuppressWarnings("try") // Closing is what is tested.
    void oneOfTwoWorkersClosedMidWork_leavesEachResultOnce() {
        // Given two workers at work, of which one never ends by itself
        publish(40);
        var cancelled = new AtomicInteger();
        var begun = new CountDownLatch(1);
        StageHandler endless = (record, context) -> {
            context.send(Topic.AST_FEATURES, "track", record.value());
            begun.countDown();
            try {
                await().atMost(PATIENCE).until(context::cancelled);
                context.checkCancelled();
            } catch (CancelledWorkException e) {
                cancelled.incrementAndGet();
                throw e;
            }
        };
        try (var first =
                        worker(impatient, endless).drain(Duration.ofMillis(100)).build();
                var second = worker(impatient, this::copy).build()) {
            first.start();
            awaitUninterrupted(begun);
            second.start();
            await().atMost(PATIENCE).until(second::ready);

            // When
            first.close();
            awaitResults(40);
        }

        // Then
        assertThat(pipeline.texts(Topic.AST_FEATURES)).containsExactlyInAnyOrderElementsOf(inputs(40));
        assertThat(cancelled).as("guard: work was called off").hasPositiveValue();
    }

    @Test
    void partitionsThatMove_areGivenUpOnlyWhenTheWorkHasStopped() {
        // Given a worker with all partitions at work on both at once
        publish(40);
        var begun = new CountDownLatch(1);
        var open = new AtomicBoolean();
        var cancelled = new AtomicInteger();
        StageHandler slow = (record, context) -> {
            begun.countDown();
            await().atMost(PATIENCE).until(() -> open.get() || context.cancelled());
            if (context.cancelled()) {
                cancelled.incrementAndGet();
            }
            context.checkCancelled();
            copy(record, context);
        };
        try (var first = worker(impatient, slow).maxPollRecords(40).build();
                var second = worker(impatient, this::copy).build()) {
            first.start();
            awaitUninterrupted(begun);

            // When another comes and takes a partition
            second.start();
            await().atMost(PATIENCE)
                    .until(() -> cancelled.get() > 0 || !results().isEmpty());
            open.set(true);
            awaitResults(40);
        }

        // Then
        assertThat(results()).containsExactlyInAnyOrderElementsOf(inputs(40));
    }

    @Test
    void sleeperWhoseRecordWasDoneByAnother_cannotCommit() {
        // Given a worker that falls asleep in the middle of its work
        publish(1);
        var clients = new WatchedClients();
        var begun = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        var finished = new CountDownLatch(1);
        var meters = new SimpleMeterRegistry();
        StageHandler sleeper = (record, context) -> {
            if (begun.getCount() > 0) {
                clients.freeze();
            }
            begun.countDown();
            awaitUninterrupted(wake);
            copy(record, context);
            finished.countDown();
        };
        try (var first = worker(impatient, sleeper)
                        .clients(clients)
                        .meters(meters)
                        .build();
                var second = worker(impatient, this::copy).build()) {
            first.start();
            awaitUninterrupted(begun);
            second.start();
            awaitResults(1);

            // When
            wake.countDown();
            awaitUninterrupted(finished);
            await().atMost(PATIENCE).until(() -> failedTransactions(meters) > 0);
            clients.thaw();
            publish(3);
            awaitResults(4);
        }

        // Then
        assertThat(results()).containsExactlyInAnyOrder("input-0", "input-0", "input-1", "input-2");
        assertThat(failedTransactions(meters)).as("guard: it tried").isPositive();
    }

    @Test
    void workLongerThanThePollInterval_costsNoRebalance() {
        // Given
        publish(2);
        var clients = new WatchedClients();
        var handled = new AtomicInteger();
        StageHandler handler = (record, context) -> {
            handled.incrementAndGet();
            int before = clients.polls();
            // A poll with nothing to give takes a second, so these take longer than the interval.
            await().atMost(PATIENCE).until(() -> clients.polls() >= before + 4);
            context.checkCancelled();
            copy(record, context);
        };

        // When
        try (var worker = worker(impatient, handler).clients(clients).build()) {
            worker.start();
            awaitResults(2);
        }

        // Then
        assertThat(results()).containsExactlyInAnyOrder("input-0", "input-1");
        assertThat(handled).hasValue(2);
    }

    private void copy(ConsumerRecord<byte[], byte[]> record, StageContext context) {
        context.send(Topic.AST_FEATURES, "track", record.value());
    }

    private TransactionalWorker.Builder worker(PipelineSettings settings, StageHandler handler) {
        PipelineSettings own = settings.toBuilder()
                .instance("i" + System.identityHashCode(handler))
                .build();
        return TransactionalWorker.builder("test", Topic.UPLOADS, own, () -> handler);
    }

    private void publish(int records) {
        inputs(records).forEach(text -> pipeline.publish(Topic.UPLOADS, text, text));
    }

    private static List<String> inputs(int records) {
        return IntStream.range(0, records).mapToObj(i -> "input-" + i).toList();
    }

    private List<String> results() {
        return pipeline.texts(Topic.AST_FEATURES);
    }

    private void awaitResults(int records) {
        await().atMost(PATIENCE).until(() -> results().size() >= records);
    }

    private static double failedTransactions(SimpleMeterRegistry meters) {
        return meters.get("tonmeister.transactions.failed").counter().count();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
    }
}
