package org.tonmeister.pipeline.logrange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.record.LogRange;

/**
 * Reads log ranges back: seeks to the first offset, takes the records with the range's id up to the last offset, and
 * checks their number, bytes and sha256. Between them may lie records of others, aborted ones and transaction markers.
 * Keeps one consumer open for many ranges. Not thread-safe.
 */
public final class LogRangeReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<byte[], ByteBuffer> consumer;
    private final Supplier<Admin> admins;

    LogRangeReader(Consumer<byte[], ByteBuffer> consumer, Supplier<Admin> admins) {
        this.consumer = consumer;
        this.admins = admins;
    }

    /** A reader with a consumer of its own. Does not yet reach out for the broker. */
    public static LogRangeReader open(PipelineSettings settings) {
        // Buffers in place of arrays: the values are read where the network put them.
        var consumer = new KafkaConsumer<>(
                settings.seekingConsumer(), new ByteArrayDeserializer(), new ByteBufferDeserializer());
        return new LogRangeReader(consumer, () -> Admin.create(settings.admin()));
    }

    /**
     * Hands the range's values to {@code sink}, as they arrive: that the range is whole is known only when the method
     * returns.
     *
     * @throws MissingRangeException if records are gone or are not those that were written
     * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer, or an open transaction
     *     holds the records back, for 45 s
     * @throws IOException from the sink
     */
    public void read(LogRange range, RecordSink<ByteBuffer> sink) throws IOException {
        read(range, RecordFormat.raw(), sink);
    }

    /** As {@link #read(LogRange, RecordSink)}, with records of another format. */
    public <T> void read(LogRange range, RecordFormat<T> format, RecordSink<T> sink) throws IOException {
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        RangeChecks.requireSensible(range);
        requireExisting(range, partition);
        consumer.assign(List.of(partition));
        try {
            consumer.seek(partition, range.getFirstOffset());
            readAssigned(range, partition, format, sink);
        } catch (OffsetOutOfRangeException e) {
            throw new MissingRangeException(
                    RangeNames.of(range) + " has expired or was deleted: the log does not hold its first offset", e);
        } finally {
            // Or it would go on fetching what lies behind the range.
            consumer.unsubscribe();
        }
    }

    /** Writes the range's bytes to {@code out}; as {@link #read(LogRange, RecordSink)}. */
    public void copyTo(LogRange range, OutputStream out) throws IOException {
        // Not closed: it would close the stream, which is the caller's.
        WritableByteChannel channel = Channels.newChannel(out);
        read(range, value -> {
            while (value.hasRemaining()) {
                channel.write(value);
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }

    private <T> void readAssigned(LogRange range, TopicPartition partition, RecordFormat<T> format, RecordSink<T> sink)
            throws IOException {
        byte[] rangeId = range.getRangeId().getBytes(StandardCharsets.UTF_8);
        var verification = new RangeVerification(range);
        var patience = new ReadPatience(range, partition, admins);
        long position = range.getFirstOffset();
        while (position <= range.getLastOffset()) {
            for (ConsumerRecord<byte[], ByteBuffer> record : consumer.poll(POLL).records(partition)) {
                if (record.offset() <= range.getLastOffset() && carries(record, rangeId)) {
                    T decoded = format.decode(record.value());
                    verification.add(format.payload(decoded));
                    sink.accept(decoded);
                }
            }
            // Moves over markers and aborted records too, which are never handed out.
            position = consumer.position(partition);
            patience.at(position);
        }
        verification.finish();
    }

    private void requireExisting(LogRange range, TopicPartition partition) throws MissingRangeException {
        boolean exists = consumer.partitionsFor(partition.topic()).stream()
                .anyMatch(info -> info.partition() == partition.partition());
        if (!exists) {
            throw new MissingRangeException(RangeNames.of(range) + ": there is no such partition");
        }
    }

    private static boolean carries(ConsumerRecord<?, ?> record, byte[] rangeId) {
        var header = record.headers().lastHeader(RecordHeaders.RANGE_ID);
        return record.value() != null && header != null && Arrays.equals(header.value(), rangeId);
    }
}
