package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
 * Reads parts of log ranges of raw bytes, such as the rest of a file from some byte on, bit by bit: seeks near to what is
 * wanted, and does not read what lies before. What was read is not checked against the range's SHA-256, which is that of
 * the whole; but every byte comes from where the range says it lies. Keeps one consumer open for many ranges; holds no
 * thread between two calls. Blocks; not thread-safe.
 */
public final class LogRangePartReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int FETCH_BYTES = 1 << 20;

    private final Consumer<byte[], ByteBuffer> consumer;
    private final Supplier<Admin> admins;
    private final Set<TopicPartition> known = new HashSet<>();

    LogRangePartReader(Consumer<byte[], ByteBuffer> consumer, Supplier<Admin> admins) {
        this.consumer = consumer;
        this.admins = admins;
    }

    /** A reader with a consumer of its own. Does not yet reach out for the broker. */
    public static LogRangePartReader open(PipelineSettings settings) {
        var properties = settings.seekingConsumer();
        // Little more than what one call gives: the rest of a fetch is thrown away.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteBufferDeserializer());
        return new LogRangePartReader(consumer, () -> Admin.create(settings.admin()));
    }

    /**
     * Reads the bytes from {@code position} on: those of one record at least, and of more until there are
     * {@code enough}.
     *
     * @param from a known place at or before the position: the start, or where the part before ended
     * @param position of the first byte wanted; less than the range's length
     * @throws MissingRangeException if records are gone or are not those that were written
     * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer for 45 s
     */
    public RangePart read(LogRange range, RangePlace from, long position, int enough) throws MissingRangeException {
        RangeChecks.requireSensible(range);
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        requireExisting(range, partition);
        consumer.assign(List.of(partition));
        try {
            var records = new Records(range, partition);
            return collect(range, records, place(records, new PlaceSearch(range, from, position)), position, enough);
        } catch (OffsetOutOfRangeException e) {
            throw new MissingRangeException(
                    RangeNames.of(range) + " has expired or was deleted: the log does not hold it any more", e);
        } finally {
            consumer.unsubscribe();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static RangePlace place(Records records, PlaceSearch search) throws MissingRangeException {
        while (!search.isNear()) {
            long guess = search.guess();
            records.seek(guess);
            RangeRecord record = records.next();
            if (record == null) {
                search.nothingBehind(guess);
            } else if (record.position().isEmpty()) {
                search.giveUp();
            } else {
                search.found(guess, record.offset(), record.position().getAsLong());
            }
        }
        return search.low();
    }

    private static RangePart collect(LogRange range, Records records, RangePlace from, long position, int enough)
            throws MissingRangeException {
        var pieces = new ArrayList<byte[]>();
        long at = from.position();
        long offset = from.offset();
        long collected = 0;
        records.seek(from.offset());
        while (collected < enough && at < range.getBytes()) {
            RangeRecord record = records.next();
            if (record == null
                    || (record.position().isPresent() && record.position().getAsLong() != at)) {
                throw new MissingRangeException(RangeNames.of(range) + " is not whole: byte " + at + " is not there");
            }
            ByteBuffer value = record.value();
            int skipped = (int) Math.max(0, Math.min(value.remaining(), position - at));
            at += value.remaining();
            offset = record.offset() + 1;
            if (skipped < value.remaining()) {
                byte[] piece = new byte[value.remaining() - skipped];
                value.get(value.position() + skipped, piece);
                pieces.add(piece);
                collected += piece.length;
            }
        }
        return new RangePart(pieces, new RangePlace(offset, at));
    }

    private void requireExisting(LogRange range, TopicPartition partition) throws MissingRangeException {
        if (known.contains(partition)) {
            return;
        }
        boolean exists = consumer.partitionsFor(partition.topic()).stream()
                .anyMatch(info -> info.partition() == partition.partition());
        if (!exists) {
            throw new MissingRangeException(RangeNames.of(range) + ": there is no such partition");
        }
        known.add(partition);
    }

    /** The range's own records among those of the partition, from where one seeks. */
    private final class Records {
        private final LogRange range;
        private final TopicPartition partition;
        private final byte[] rangeId;
        private final ReadPatience patience;
        private List<ConsumerRecord<byte[], ByteBuffer>> polled = List.of();
        private int next;
        private long position;

        Records(LogRange range, TopicPartition partition) {
            this.range = range;
            this.partition = partition;
            this.rangeId = range.getRangeId().getBytes(StandardCharsets.UTF_8);
            this.patience = new ReadPatience(range, partition, admins);
        }

        void seek(long offset) {
            consumer.seek(partition, offset);
            polled = List.of();
            next = 0;
            position = offset;
        }

        /** The next one; null behind the last. */
        RangeRecord next() throws MissingRangeException {
            while (true) {
                while (next < polled.size()) {
                    var record = polled.get(next++);
                    if (record.offset() <= range.getLastOffset() && isOwn(record)) {
                        return RangeRecord.of(record);
                    }
                }
                if (position > range.getLastOffset()) {
                    return null;
                }
                polled = consumer.poll(POLL).records(partition);
                next = 0;
                position = consumer.position(partition);
                patience.at(position);
            }
        }

        private boolean isOwn(ConsumerRecord<?, ?> record) {
            var header = record.headers().lastHeader(RecordHeaders.RANGE_ID);
            return record.value() != null && header != null && Arrays.equals(header.value(), rangeId);
        }
    }
}
