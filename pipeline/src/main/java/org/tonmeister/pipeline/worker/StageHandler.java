package org.tonmeister.pipeline.worker;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a stage does with one record. Each worker thread has a handler of its own, so a handler need not be thread-safe;
 * it must not keep anything from one record to the next that changes the result.
 */
@FunctionalInterface
@SuppressWarnings("try") // Handlers hold native things, whose closing may throw anything.
public interface StageHandler extends AutoCloseable {
    /**
     * Works on one record and sends the results through {@code context}. May take minutes; then it should call
     * {@link StageContext#checkCancelled()} now and then. It is called again for the same record after a fault of its
     * own or of Kafka's, so it must give the same results again.
     *
     * <p>What the exceptions mean: {@link RejectedException}, the record is the user's mistake; a
     * {@link org.apache.kafka.common.errors.RetriableException} or
     * {@link org.apache.kafka.common.errors.TimeoutException}, Kafka is away for a while: tried again without end;
     * {@link CancelledWorkException}, the work was called off; anything else, a fault: tried three times in all, then a
     * dead letter.
     *
     * @param record as polled
     * @param context valid until the method returns, on the calling thread only
     */
    void handle(ConsumerRecord<byte[], byte[]> record, StageContext context) throws Exception;

    /** Gives up what the handler holds. Called once, after the last record. */
    @Override
    default void close() throws Exception {}
}
