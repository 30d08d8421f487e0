package org.tonmeister.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.Topic;

/** Looks for tracks among the uploads of the last ten minutes. Used by one thread at a time. */
final class UploadTail implements AutoCloseable {
    /** Longer than a view is ever behind, and than machines' clocks are apart. */
    private static final Duration LENGTH = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Consumer<byte[], byte[]> committed;
    /** Sees also what is not committed yet: where the log ends. */
    private final Consumer<byte[], byte[]> written;

    private final Set<String> trackIds;
    private final Map<String, String> newest = new HashMap<>();
    private Set<TopicPartition> partitions;

    private UploadTail(
            Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> written, Collection<String> trackIds) {
        this.committed = committed;
        this.written = written;
        this.trackIds = Set.copyOf(trackIds);
    }

    /**
     * The tail of the partitions that these tracks are in.
     *
     * @throws org.apache.kafka.common.KafkaException if there is no such topic, or the broker does not answer
     */
    static UploadTail open(PipelineSettings settings, Collection<String> trackIds) {
        Map<String, Object> uncommitted = settings.seekingConsumer();
        uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        var tail = new UploadTail(
                new KafkaConsumer<>(settings.seekingConsumer()), new KafkaConsumer<>(uncommitted), trackIds);
        try {
            tail.begin(settings.catalogue().name(Topic.UPLOADS));
            return tail;
        } catch (RuntimeException e) {
            tail.close();
            throw e;
        }
    }

    /**
     * Reads everything that was written before this call. Where a transaction of somebody else is open among it, that is
     * waited for: a committed upload may lie behind.
     *
     * @return the id of the newest upload of each track that has one and was not deleted since
     * @throws TimeoutException if the records do not come, or the transaction does not end
     */
    Map<String, String> read() {
        Map<TopicPartition, Long> ends = written.endOffsets(partitions);
        long begun = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
            committed.poll(POLL).forEach(this::note);
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new TimeoutException("The newest uploads could not be read");
            }
        }
        return newest;
    }

    @Override
    public void close() {
        committed.close();
        written.close();
    }

    private void begin(String topic) {
        int count = StartPosition.partitionsOf(written, topic).size();
        // As the producers choose it: the hash of the key.
        partitions = trackIds.stream()
                .map(id -> new TopicPartition(
                        topic, BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), count)))
                .collect(Collectors.toCollection(HashSet::new));
        // The ends first: what comes between the two questions is not to be missed.
        Map<TopicPartition, Long> ends = written.endOffsets(partitions);
        long since = Instant.now().minus(LENGTH).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> starts = written.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since)));
        committed.assign(partitions);
        starts.forEach(
                (partition, start) -> committed.seek(partition, start == null ? ends.get(partition) : start.offset()));
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String trackId = new String(record.key(), StandardCharsets.UTF_8);
        if (!trackIds.contains(trackId)) {
            return;
        }
        if (record.value() == null) {
            newest.remove(trackId);
        } else {
            newest.put(trackId, UploadIds.of(record));
        }
    }
}
