package org.tonmeister.pipeline.logrange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.LogRange;

/**
 * Writes bytes to a topic as a log range, without a transaction: for those who publish. Memory does not grow with the
 * length. Thread-safe.
 */
public final class LogRangeWriter implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** 16 MiB on their way: more than a round trip's worth on any network between a user and a broker. */
    private static final int MAX_IN_FLIGHT = 32;

    private final Producer<byte[], byte[]> producer;
    private final TopicCatalogue catalogue;

    LogRangeWriter(Producer<byte[], byte[]> producer, TopicCatalogue catalogue) {
        this.producer = producer;
        this.catalogue = catalogue;
    }

    /** A writer with a producer of its own. */
    public static LogRangeWriter open(PipelineSettings settings) {
        return new LogRangeWriter(new KafkaProducer<>(settings.producer()), settings.catalogue());
    }

    /**
     * Writes all of {@code in} to {@code topic}, in records of at most 512 KiB.
     *
     * @param key of every record; decides the partition
     * @param acknowledgedBytes told how many bytes are safe, after each record
     * @return the range, when all copies of every record are acknowledged
     * @throws IOException from {@code in}, or if it is empty
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public LogRange write(Topic topic, String key, InputStream in, LongConsumer acknowledgedBytes) throws IOException {
        var range = new LogRangeBuilder(UUID.randomUUID().toString());
        var inFlight = new ArrayDeque<Sent>();
        long acknowledged = 0;
        while (true) {
            byte[] chunk = in.readNBytes(Topic.Limits.CHUNK_BYTES);
            boolean atEnd = chunk.length == 0;
            // The first record alone: a partition that has not heard of this producer takes a later batch before it,
            // and
            // then refuses the first for ever (KAFKA-14359).
            boolean first = acknowledged == 0;
            while (!inFlight.isEmpty() && (atEnd || first || inFlight.size() == MAX_IN_FLIGHT || isDone(inFlight))) {
                Sent oldest = inFlight.remove();
                range.placed(List.of(place(oldest.place())));
                acknowledged += oldest.bytes();
                acknowledgedBytes.accept(acknowledged);
            }
            if (atEnd) {
                break;
            }
            range.append(ByteBuffer.wrap(chunk));
            inFlight.add(new Sent(send(topic, key, chunk, range), chunk.length));
        }
        if (range.bytes() == 0) {
            throw new IOException("There are no bytes to publish: the input is empty");
        }
        return range.build();
    }

    /**
     * Begins a range whose bytes come bit by bit.
     *
     * @param key of every record; decides the partition
     */
    public LogRangeAppender begin(Topic topic, String key) {
        return new LogRangeAppender(producer, catalogue.name(topic), key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private record Sent(Future<RecordMetadata> place, int bytes) {}

    private Future<RecordMetadata> send(Topic topic, String key, byte[] chunk, LogRangeBuilder range) {
        return producer.send(new ProducerRecord<>(
                catalogue.name(topic), null, key.getBytes(StandardCharsets.UTF_8), chunk, range.headers()));
    }

    private static boolean isDone(ArrayDeque<Sent> inFlight) {
        return inFlight.peek().place().isDone();
    }

    private static RecordMetadata place(Future<RecordMetadata> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "The broker did not take the bytes: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
