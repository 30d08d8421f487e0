package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

/**
 * Writes a log range whose bytes come bit by bit, without waiting for the broker: the caller decides how many records may
 * be on their way. Nothing points at the records until somebody publishes what {@link #finish()} gives. Not thread-safe,
 * but need not stay on one thread.
 *
 * <p>The first record must be acknowledged before the second is sent: a partition that has not heard of this producer
 * takes a later batch before it, and then refuses the first for ever (KAFKA-14359).
 */
public final class LogRangeAppender {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final byte[] key;
    private final LogRangeBuilder range = new LogRangeBuilder(UUID.randomUUID().toString());
    private final ArrayDeque<CompletableFuture<RecordMetadata>> places = new ArrayDeque<>();

    LogRangeAppender(Producer<byte[], byte[]> producer, String topic, byte[] key) {
        this.producer = producer;
        this.topic = topic;
        this.key = key;
    }

    /**
     * Sends the next record. Blocks while the producer's memory is used up, up to its {@code max.block.ms}: not for an
     * event loop.
     *
     * @param chunk at most 512 KiB; not to be changed any more
     * @return when all copies are acknowledged; completes on the producer's thread, which must not be held up
     * @throws org.apache.kafka.common.KafkaException if it cannot be sent
     */
    public CompletionStage<RecordMetadata> append(byte[] chunk) {
        if (chunk.length == 0 || chunk.length > Topic.Limits.CHUNK_BYTES) {
            throw new IllegalArgumentException(
                    "A record of a log range has 1 to " + Topic.Limits.CHUNK_BYTES + " bytes, not " + chunk.length);
        }
        range.append(ByteBuffer.wrap(chunk));
        var place = new CompletableFuture<RecordMetadata>();
        placeKnown();
        places.add(place);
        var message = new ProducerRecord<>(topic, null, key, chunk, range.headers());
        // What becomes of it, the callback learns.
        var unused = producer.send(message, (metadata, fault) -> settle(place, metadata, fault));
        return place;
    }

    /** Payload bytes so far. */
    public long bytes() {
        return range.bytes();
    }

    /**
     * The range.
     *
     * @throws IllegalStateException if it has no record, or one that is not acknowledged
     */
    public LogRange finish() {
        placeKnown();
        return range.build();
    }

    private static void settle(CompletableFuture<RecordMetadata> place, RecordMetadata metadata, Exception fault) {
        if (fault == null) {
            place.complete(metadata);
        } else {
            place.completeExceptionally(fault);
        }
    }

    private void placeKnown() {
        while (!places.isEmpty() && places.peek().isDone()) {
            range.placed(List.of(places.remove().join()));
        }
    }
}
