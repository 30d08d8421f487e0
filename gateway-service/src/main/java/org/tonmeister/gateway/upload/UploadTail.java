package org.tonmeister.gateway.upload;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.UploadIds;
import org.tonmeister.schemas.Topic;

/**
 * Looks for a track in the newest records of {@code uploads}: the view is a moment behind the log, and whoever sends a
 * request again for want of an answer does it within that moment. Thread-safe.
 */
public final class UploadTail {
    /** Longer than a view is ever behind, and than machines' clocks are apart. */
    private static final Duration TAIL = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PipelineSettings settings;
    private final Clock clock;

    /** @param settings how to reach Kafka */
    public UploadTail(PipelineSettings settings) {
        this(settings, Clock.systemUTC());
    }

    UploadTail(PipelineSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The id of the track's newest upload, unless it is older, or deleted since. Blocks. */
    Optional<String> find(String trackId) {
        byte[] key = trackId.getBytes(StandardCharsets.UTF_8);
        String topic = settings.catalogue().name(Topic.UPLOADS);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.seekingConsumer())) {
            int partitions = consumer.partitionsFor(topic).size();
            // As the producers choose it: the hash of the key.
            var partition = new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key, partitions));
            return newest(consumer, partition, key);
        }
    }

    private Optional<String> newest(Consumer<byte[], byte[]> consumer, TopicPartition partition, byte[] key) {
        long since = clock.instant().minus(TAIL).toEpochMilli();
        var first = consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
        if (first == null) {
            return Optional.empty();
        }
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.assign(List.of(partition));
        consumer.seek(partition, first.offset());
        Optional<String> found = Optional.empty();
        var deadline = clock.instant().plus(PATIENCE);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Arrays.equals(record.key(), key)) {
                    found = record.value() == null ? Optional.empty() : Optional.of(UploadIds.of(record));
                }
            }
            if (clock.instant().isAfter(deadline)) {
                throw new TimeoutException("The newest uploads could not be read");
            }
        }
        return found;
    }
}
