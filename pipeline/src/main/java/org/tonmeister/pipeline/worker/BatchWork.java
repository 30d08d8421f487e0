package org.tonmeister.pipeline.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.worker.TransactionFailedException.Outcome;

/**
 * The work on one polled batch. Each record's outputs are kept apart until it is done, so that one that fails takes
 * nothing of the others with it; those that are done share a transaction.
 */
final class BatchWork {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

    /** Past this, those done are committed before the next record begins. */
    private static final long COMMIT_BYTES = 8L << 20;

    private final StageParts parts;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final Map<TopicPartition, String> epochs;
    private final TransactionalSender sender;
    private final Supplier<ConsumerGroupMetadata> group;
    private final Cancellation cancellation;
    private final RecordAttempts attempts;
    private final List<CompletedRecord> completed = new ArrayList<>();
    private final Map<TopicPartition, Long> resumeAt = new HashMap<>();
    private boolean uncertain;

    BatchWork(
            StageParts parts,
            StageHandler handler,
            List<ConsumerRecord<byte[], byte[]>> records,
            Map<TopicPartition, String> epochs,
            TransactionalSender sender,
            Supplier<ConsumerGroupMetadata> group,
            Cancellation cancellation) {
        this.parts = parts;
        this.records = records;
        this.epochs = epochs;
        this.sender = sender;
        this.group = group;
        this.cancellation = cancellation;
        this.attempts = new RecordAttempts(parts, handler, cancellation, this::commitSlice);
        records.forEach(record -> resumeAt.putIfAbsent(partition(record), record.offset()));
    }

    /** Works on the batch until it is done or called off. */
    BatchResult run() {
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (cancellation.isStopping()) {
                    break;
                }
                completed.add(complete(record));
                if (completed.stream().mapToLong(CompletedRecord::bytes).sum() > COMMIT_BYTES) {
                    commitCompleted();
                }
            }
        } catch (CancelledWorkException e) {
            LOG.atInfo()
                    .addKeyValue("stage", parts.configuration().stage())
                    .addKeyValue("reason", e.getMessage())
                    .log("Work called off; it will be done again");
            // An interrupt has done its work too: what is done may still be committed.
            Thread.interrupted();
        }
        if (uncertain) {
            decideOutcome();
        } else {
            commitRest();
        }
        return new BatchResult(Map.copyOf(resumeAt), uncertain);
    }

    /** The result if nothing else is known than where the batch began. */
    BatchResult uncertain() {
        return new BatchResult(Map.copyOf(resumeAt), true);
    }

    private CompletedRecord complete(ConsumerRecord<byte[], byte[]> record) {
        return parts.metrics().work().record(() -> attempts.complete(record, epochs.get(partition(record))));
    }

    /** Commits those that are done, also when the work was called off: while we wait, the partitions are still ours. */
    private void commitRest() {
        try {
            commitCompleted();
        } catch (CancelledWorkException e) {
            LOG.atInfo()
                    .addKeyValue("stage", parts.configuration().stage())
                    .addKeyValue("reason", e.getMessage())
                    .log("Results not committed; they will be made again");
        }
    }

    /** A new producer under the same transactional id makes the broker end the old one's transaction, one way or other. */
    private void decideOutcome() {
        var backoff = new Backoff();
        try {
            while (!cancellation.isCancelled()) {
                try {
                    sender.prepare();
                    return;
                } catch (KafkaException e) {
                    LOG.atWarn()
                            .addKeyValue("stage", parts.configuration().stage())
                            .addKeyValue("error", e.getMessage())
                            .log("No new producer yet");
                }
                cancellation.pause(backoff.next());
            }
        } catch (CancelledWorkException e) {
            LOG.atDebug().log("Left to the broker's transaction timeout");
        }
    }

    private void commitCompleted() {
        if (completed.isEmpty()) {
            return;
        }
        try {
            transact(completed);
        } catch (TransactionFailedException e) {
            // Of several records the broker refused one: alone, each shows whether it is the one.
            while (!completed.isEmpty()) {
                commitAlone(completed.get(0));
                completed.remove(0);
            }
        }
        completed.clear();
    }

    private void commitAlone(CompletedRecord single) {
        CompletedRecord candidate = single;
        var backoff = new Backoff();
        while (true) {
            try {
                transact(List.of(candidate));
                return;
            } catch (TransactionFailedException e) {
                candidate = attempts.refused(candidate, rootOf(e));
            }
            cancellation.pause(backoff.next());
        }
    }

    /** @throws TransactionFailedException if the broker refuses one of the records for good */
    private void transact(List<CompletedRecord> group) throws TransactionFailedException {
        var outputs = group.stream().flatMap(done -> done.outputs().stream()).toList();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        group.forEach(done -> offsets.put(done.partition(), done.position()));
        untilCommitted(outputs, offsets);
        group.forEach(done -> resumeAt.put(done.partition(), done.next()));
        group.forEach(parts.metrics()::recordCommitted);
    }

    private List<RecordMetadata> commitSlice(ConsumerRecord<byte[], byte[]> record, String epoch, List<Output> slice) {
        commitCompleted();
        var unmoved = new OffsetAndMetadata(record.offset(), record.leaderEpoch(), PartitionEpochs.metadata(epoch));
        try {
            List<RecordMetadata> places = untilCommitted(slice, Map.of(partition(record), unmoved));
            var located = new ArrayList<RecordMetadata>(places.size());
            for (int i = 0; i < places.size(); i++) {
                if (slice.get(i).located()) {
                    located.add(places.get(i));
                }
            }
            return located;
        } catch (TransactionFailedException e) {
            throw new IllegalStateException("The broker refuses a record of the slice: " + e.getMessage(), e);
        }
    }

    private List<RecordMetadata> untilCommitted(List<Output> outputs, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws TransactionFailedException {
        var backoff = new Backoff();
        while (true) {
            // Read before the check: whoever takes partitions away says so first and renews the generation afterwards.
            ConsumerGroupMetadata generation = group.get();
            if (cancellation.isLost()) {
                throw new CancelledWorkException("the partitions are lost");
            }
            try {
                List<RecordMetadata> places = sender.commit(outputs, offsets, generation);
                parts.metrics().transactionCommitted(outputs);
                return places;
            } catch (TransactionFailedException e) {
                parts.metrics().transactionFailed();
                failed(e);
            }
            cancellation.pause(backoff.next());
        }
    }

    /** Returns if the same is to be tried again. */
    private void failed(TransactionFailedException e) throws TransactionFailedException {
        if (e.outcome() == Outcome.REFUSED) {
            throw e;
        }
        LOG.atWarn()
                .addKeyValue("stage", parts.configuration().stage())
                .addKeyValue("outcome", e.outcome())
                .addKeyValue("error", String.valueOf(rootOf(e)))
                .log("Transaction did not go through");
        if (e.outcome() == Outcome.UNKNOWN) {
            uncertain = true;
            throw new CancelledWorkException("the committed offsets must tell whether the transaction went through");
        }
        if (e.getCause() instanceof InterruptException) {
            throw new CancelledWorkException("interrupted in a transaction");
        }
    }

    private static Throwable rootOf(TransactionFailedException e) {
        Throwable cause = e.getCause();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
