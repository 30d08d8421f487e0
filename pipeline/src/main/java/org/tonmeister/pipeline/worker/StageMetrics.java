package org.tonmeister.pipeline.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The figures of a stage. Thread-safe. */
final class StageMetrics {
    private final Timer work;
    private final Counter recordsIn;
    private final Counter bytesIn;
    private final Counter recordsOut;
    private final Counter bytesOut;
    private final Counter rejected;
    private final Counter failed;
    private final Counter retried;
    private final Counter committed;
    private final Counter aborted;

    StageMetrics(MeterRegistry meters, String stage) {
        work = Timer.builder("tonmeister.record.seconds")
                .description("Time a handler takes for a record, failed attempts included")
                .tag("stage", stage)
                .register(meters);
        recordsIn = counter(meters, stage, "tonmeister.records.in", "Records worked on and committed");
        bytesIn = counter(meters, stage, "tonmeister.bytes.in", "Bytes of their keys and values");
        recordsOut = counter(meters, stage, "tonmeister.records.out", "Records sent and committed");
        bytesOut = counter(meters, stage, "tonmeister.bytes.out", "Bytes of them");
        rejected = counter(meters, stage, "tonmeister.records.rejected", "Records rejected: the sender's mistake");
        failed = counter(meters, stage, "tonmeister.records.failed", "Records given up after a fault of ours");
        retried = counter(meters, stage, "tonmeister.records.retried", "Attempts that ended in a fault");
        committed = counter(meters, stage, "tonmeister.transactions.committed", "Transactions committed");
        aborted = counter(meters, stage, "tonmeister.transactions.failed", "Transactions that did not go through");
    }

    Timer work() {
        return work;
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
        recordsIn.increment();
        bytesIn.increment((double) Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()));
        completed.failure().ifPresent(failure -> {
            switch (failure.state()) {
                case REJECTED -> rejected.increment();
                default -> failed.increment();
            }
        });
    }

    private static Counter counter(MeterRegistry meters, String stage, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("stage", stage)
                .register(meters);
    }
}
