package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.pipeline.metrics.TimerBuckets;

/** The figures of a stage. Thread-safe. */
public final class StageMetrics {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Timer work;
    private final Counter recordsIn;
    private final Counter bytesIn;
    private final Counter recordsOut;
    private final Counter bytesOut;
    private final Counter audioSeconds;
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
    private final Counter failed;
    private final Counter deadLetters;
    private final Counter retried;
    private final Counter committed;
    private final Counter aborted;

    /**
     * @param meters where they go
     * @param stage such as {@code ingest}: their label
     */
    public StageMetrics(MeterRegistry meters, String stage, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        work = Timer.builder("tonmeister.record.seconds")
                .description("Time a handler takes for a record, failed attempts included")
                .serviceLevelObjectives(TimerBuckets.WORK)
                .tag("stage", stage)
                .register(meters);
        recordsIn = counter(meters, stage, "tonmeister.records.in", "Records worked on and committed");
        bytesIn = counter(meters, stage, "tonmeister.bytes.in", "Bytes of their keys and values");
        recordsOut = counter(meters, stage, "tonmeister.records.out", "Records sent and committed");
        bytesOut = counter(meters, stage, "tonmeister.bytes.out", "Bytes of them");
        audioSeconds = counter(
                meters,
                stage,
                "tonmeister.audio.seconds",
                "Length of the audio in the records worked on and committed");
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("tonmeister.records.rejected")
                            .description("Records rejected: the sender's mistake")
                            .tag("stage", stage)
                            .tag("reason", reason.label())
                            .register(meters));
        }
        failed = counter(meters, stage, "tonmeister.records.failed", "Records given up after a fault of ours");
        deadLetters = counter(meters, stage, "tonmeister.dead.letters", "Dead letters written");
        retried = counter(meters, stage, "tonmeister.records.retried", "Attempts that ended in a fault");
        committed = counter(meters, stage, "tonmeister.transactions.committed", "Transactions committed");
        aborted = counter(meters, stage, "tonmeister.transactions.failed", "Transactions that did not go through");
    }

    /** Times the work on a record. */
    public Timer work() {
        return work;
    }

    /** A record was rejected. */
    public void rejected(RejectionReason reason) {
        rejected.get(reason).increment();
    }

    /** A record became a dead letter. */
    public void deadLetter() {
        deadLetters.increment();
    }

    /** A record was given up for a fault of ours. */
    public void failed() {
        failed.increment();
    }

    /** A record was worked on. */
    public void recordIn() {
        recordsIn.increment();
    }

    /** So many records were sent. */
    public void recordsOut(int count) {
        recordsOut.increment(count);
    }

    void attemptFailed() {
        retried.increment();
    }

    void transactionCommitted(List<Output> outputs) {
        committed.increment();
        recordsOut.increment(outputs.size());
        bytesOut.increment((double) outputs.stream().mapToLong(Output::bytes).sum());
    }

    void transactionFailed() {
        aborted.increment();
    }

    void recordCommitted(CompletedRecord completed) {
        ConsumerRecord<byte[], byte[]> record = completed.record();
        recordIn();
        bytesIn.increment((double) Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()));
        audioSeconds.increment(completed.notes().audioSeconds());
        if (completed.notes().answersUser()) {
            HandedOn.askedAt(record).ifPresent(asked -> endToEnd(clock.millis() - asked));
        }
        completed.failure().ifPresent(failure -> {
            deadLetter();
            failure.rejection().ifPresentOrElse(this::rejected, this::failed);
        });
    }

    private void endToEnd(long ms) {
        Timer.builder("tonmeister.track.end.to.end")
                .description("From the user's upload or request to the committed mix, by the record's time stamp")
                .serviceLevelObjectives(TimerBuckets.WAITING)
                .register(meters)
                .record(Math.max(0, ms), TimeUnit.MILLISECONDS);
    }

    private static Counter counter(MeterRegistry meters, String stage, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("stage", stage)
                .register(meters);
    }
}
