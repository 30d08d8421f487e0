package org.tonmeister.operations.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** Reads parts of topics, in no group, as a read_committed reader. Not thread-safe. */
final class LogScan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** An open transaction holds a reader back; the broker ends it after half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PipelineSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    LogScan(PipelineSettings settings) {
        this.settings = settings;
        var properties = settings.seekingConsumer();
        // What expires between our look and our reading is not missed.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumer = new KafkaConsumer<>(properties);
    }

    List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(settings.catalogue().name(topic)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** First offsets that are kept. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    /** Offsets behind the last committed records. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** The offsets of the first records of that time or later; the end where there is none. */
    Map<TopicPartition, Long> at(Map<TopicPartition, Instant> times) {
        var asked = new HashMap<TopicPartition, Long>();
        times.forEach((partition, time) -> asked.put(partition, time.toEpochMilli()));
        var ends = consumer.endOffsets(times.keySet());
        var offsets = new HashMap<TopicPartition, Long>();
        consumer.offsetsForTimes(asked)
                .forEach((partition, found) ->
                        offsets.put(partition, found == null ? ends.get(partition) : found.offset()));
        return offsets;
    }

    /** All records from the given offsets to the present end, each partition's in their order. */
    void read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        read(from, consumer.endOffsets(from.keySet()), sink);
    }

    /** All records from the given offsets to before others. */
    void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        var left = new ArrayList<>(from.keySet());
        left.removeIf(partition -> from.get(partition) >= to.get(partition));
        consumer.assign(left);
        left.forEach(partition -> consumer.seek(partition, from.get(partition)));
        long heard = System.nanoTime();
        while (!left.isEmpty()) {
            var polled = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
                    sink.accept(record);
                }
            }
            boolean some = left.removeIf(partition -> consumer.position(partition) >= to.get(partition));
            if (some) {
                consumer.assign(left);
            }
            if (some || !polled.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new KafkaException("Nothing was heard of " + left + " for " + PATIENCE.toSeconds() + " s");
            }
        }
        consumer.unsubscribe();
    }

    /** The first record from there on; empty: there is none before {@code to}. */
    Optional<ConsumerRecord<byte[], byte[]>> first(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (consumer.position(partition) < to && System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() < to ? Optional.of(record) : Optional.empty();
                }
            }
            return Optional.empty();
        } finally {
            consumer.unsubscribe();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
