package org.tonmeister.pipeline.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.metrics.LagGauges;

/**
 * One consumer's life: polls, hands a batch to the working thread, and goes on polling with everything paused, so that
 * the group sees a living member however long the batch takes. Takes back the position where a batch did not get through.
 */
final class LaneConsumer implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneConsumer.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final CloseOptions CLOSE = CloseOptions.timeout(Duration.ofSeconds(10));

    private final StageParts parts;
    private final Consumer<byte[], byte[]> consumer;
    private final StageHandler handler;
    private final TransactionalSender sender;
    private final Executor workThread;
    private final PartitionEpochs epochs;
    private final GroupHeartbeat heartbeat;
    private final LagWatch lag;
    private LaneJob job;
    private PolledBatch batch;
    private volatile ConsumerGroupMetadata group;
    private volatile boolean stopping;

    LaneConsumer(
            StageParts parts,
            Consumer<byte[], byte[]> consumer,
            StageHandler handler,
            TransactionalSender sender,
            Executor workThread) {
        this.parts = parts;
        this.consumer = consumer;
        this.handler = handler;
        this.sender = sender;
        this.workThread = workThread;
        this.epochs = new PartitionEpochs(parts.configuration().clock());
        this.heartbeat = new GroupHeartbeat(consumer);
        this.lag = new LagWatch(
                consumer,
                new LagGauges(
                        parts.configuration().meters(),
                        parts.configuration().stage(),
                        parts.configuration().groupId()));
        this.group = consumer.groupMetadata();
    }

    /** Works until {@link #stop()}; then lets the present record end. */
    void run() {
        consumer.subscribe(List.of(parts.configuration().sourceTopic()), this);
        while (!stopping) {
            turn();
        }
        if (job != null) {
            job.finish(parts.configuration().drain());
        }
    }

    /** From any thread. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    /** From any thread. */
    boolean ready() {
        return heartbeat.isFresh();
    }

    /** Leaves the group. */
    @Override
    public void close() {
        try {
            if (job != null && !job.hasEnded()) {
                job.abandon();
            }
        } finally {
            lag.close();
            consumer.close(CLOSE);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> added) {
        if (job != null) {
            consumer.pause(added);
        }
        heartbeat.joined();
        lag.renew();
        LOG.atInfo()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("added", added)
                .log("Partitions assigned");
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        if (job != null && job.touches(revoked)) {
            // The rebalance has begun, so the generation is another one; until we return, the partitions are ours.
            group = consumer.groupMetadata();
            boolean over = job.callOff();
            giveUp(revoked, over);
        }
        revoked.forEach(epochs::forget);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        if (job != null && job.touches(lost)) {
            boolean over = job.abandon();
            giveUp(lost, over);
        }
        lost.forEach(epochs::forget);
        LOG.atWarn()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("lost", lost)
                .log("Partitions lost: the group did not hear from this member in time");
    }

    private void turn() {
        ConsumerRecords<byte[], byte[]> polled = poll();
        group = consumer.groupMetadata();
        lag.look(consumer.assignment(), job == null ? Map.of() : job.result().resumeAt());
        if (job != null && job.hasEnded()) {
            job.rethrowMisfit();
            settle();
        }
        if (polled.isEmpty() || stopping) {
            return;
        }
        if (job == null) {
            begin(polled);
        } else {
            // Cannot be, with everything paused; if it were, these records would be lost without this.
            polled.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, polled.records(partition).get(0).offset()));
            consumer.pause(polled.partitions());
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        }
    }

    private void begin(ConsumerRecords<byte[], byte[]> polled) {
        learnEpochs(polled.partitions());
        consumer.pause(consumer.assignment());
        batch = PolledBatch.of(polled);
        var epochsOfBatch = new HashMap<TopicPartition, String>();
        polled.partitions().forEach(partition -> epochsOfBatch.put(partition, epochs.of(partition)));
        var cancellation = new Cancellation();
        var work = new BatchWork(parts, handler, batch.records(), epochsOfBatch, sender, () -> group, cancellation);
        job = new LaneJob(work.uncertain(), cancellation, work::run, consumer::wakeup);
        workThread.execute(job);
    }

    private void learnEpochs(Set<TopicPartition> partitions) {
        var unknown = new HashSet<>(partitions);
        unknown.removeIf(epochs::knows);
        if (!unknown.isEmpty()) {
            var committed = ignoringWakeups(() -> consumer.committed(unknown));
            unknown.forEach(partition -> epochs.learn(partition, committed.get(partition)));
        }
    }

    /** Partitions leave while a batch of theirs is at work. */
    private void giveUp(Collection<TopicPartition> gone, boolean over) {
        job.disown(gone);
        if (over) {
            settle();
        }
    }

    /**
     * A batch has ended: takes the position back to where it got, and lets the fetching go on. Where it got through the
     * position stays: it may be beyond, behind the mark of a transaction, and a seek would throw away what was fetched
     * meanwhile.
     */
    private void settle() {
        Set<TopicPartition> ours = new HashSet<>(job.partitions());
        ours.retainAll(consumer.assignment());
        BatchResult result = job.result();
        job = null;
        Map<TopicPartition, Long> next = result.uncertain() ? decided(ours, result) : result.resumeAt();
        for (TopicPartition partition : ours) {
            long offset = next.get(partition);
            if (!batch.endsAt(partition, offset)) {
                consumer.seek(partition, offset);
            }
        }
        consumer.resume(consumer.paused());
    }

    private Map<TopicPartition, Long> decided(Set<TopicPartition> ours, BatchResult result) {
        var committed = ignoringWakeups(() -> consumer.committed(ours));
        var next = new HashMap<>(result.resumeAt());
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                next.put(partition, offset.offset());
            }
        });
        return next;
    }

    /** A wake-up is meant for {@link #poll()}; one that comes a little late hits another call. */
    private static <T> T ignoringWakeups(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (WakeupException e) {
                LOG.atDebug().log("Woken up outside a poll");
            }
        }
    }
}
