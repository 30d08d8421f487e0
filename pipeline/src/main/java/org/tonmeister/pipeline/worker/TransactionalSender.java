package org.tonmeister.pipeline.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.pipeline.worker.TransactionFailedException.Outcome;

/**
 * Sends outputs and offsets in one transaction. Makes its producer when it needs one and throws it away when it is of no
 * more use. Used by one thread at a time.
 */
final class TransactionalSender implements AutoCloseable {
    private static final int COMMIT_ATTEMPTS = 3;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private volatile Producer<byte[], byte[]> producer;

    /** @param producers makes a transactional producer, not yet initialised */
    TransactionalSender(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Makes sure of a producer. When it returns, whatever a predecessor with the same transactional id left open is
     * decided.
     *
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    void prepare() {
        if (producer != null) {
            return;
        }
        Producer<byte[], byte[]> fresh = producers.get();
        try {
            fresh.initTransactions();
        } catch (RuntimeException e) {
            fresh.close(Duration.ZERO);
            throw e;
        }
        producer = fresh;
    }

    /**
     * One transaction.
     *
     * @param group the generation under which the offsets are ours; one that is over makes the broker refuse
     * @return where the outputs are, in their order
     */
    List<RecordMetadata> commit(
            List<Output> outputs, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group)
            throws TransactionFailedException {
        try {
            prepare();
        } catch (RuntimeException e) {
            // Nothing was sent yet. The interrupt is spent: it said no more than the cancellation does.
            clearInterrupt(e);
            throw new TransactionFailedException(Outcome.ABORTED, e);
        }
        var sent = new ArrayList<Future<RecordMetadata>>(outputs.size());
        try {
            producer.beginTransaction();
            for (Output output : outputs) {
                sent.add(producer.send(output.record()));
            }
            // The broker makes the records wait until its books on the transaction before are closed, some
            // milliseconds;
            // the offsets it would turn away, and the client would wait longer to ask again (measured: 64 against 19
            // ms).
            producer.flush();
            producer.sendOffsetsToTransaction(offsets, group);
            commitTransaction();
        } catch (RuntimeException e) {
            throw rolledBack(e, sent);
        }
        return sent.stream().map(TransactionalSender::place).toList();
    }

    @Override
    public void close() {
        if (producer != null) {
            try {
                producer.close(CLOSE_TIMEOUT);
            } finally {
                producer = null;
            }
        }
    }

    private void commitTransaction() {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException e) {
                // The broker may have committed: asking again is the only way to hear of it.
                if (attempt == COMMIT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private TransactionFailedException rolledBack(RuntimeException fault, List<Future<RecordMetadata>> sent) {
        clearInterrupt(fault);
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            clearInterrupt(e);
            discard();
            return new TransactionFailedException(Outcome.UNKNOWN, fault);
        }
        return new TransactionFailedException(isRefused(fault, sent) ? Outcome.REFUSED : Outcome.ABORTED, fault);
    }

    private void discard() {
        try {
            producer.close(Duration.ZERO);
        } catch (RuntimeException e) {
            // It is thrown away because it is broken: that it cannot be closed well says nothing new.
            clearInterrupt(e);
        } finally {
            producer = null;
        }
    }

    private static void clearInterrupt(RuntimeException fault) {
        if (fault instanceof InterruptException) {
            Thread.interrupted();
        }
    }

    private static boolean isRefused(RuntimeException fault, List<Future<RecordMetadata>> sent) {
        return hasRefusal(fault) || sent.stream().anyMatch(future -> future.isDone() && hasRefusal(faultOf(future)));
    }

    private static boolean hasRefusal(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException
                    || cause instanceof RecordBatchTooLargeException
                    || cause instanceof InvalidRecordException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable faultOf(Future<RecordMetadata> done) {
        try {
            await(done);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private static RecordMetadata place(Future<RecordMetadata> committed) {
        try {
            return await(committed);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record of a committed transaction has no place", e.getCause());
        }
    }

    /** The result of a future that is done: an interrupt must not hide it. */
    private static RecordMetadata await(Future<RecordMetadata> done) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
