package org.tonmeister.gateway.view;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.TrackState;

/** Reads from {@code tracks} what a watch has missed, one watch at a time. Compaction drops superseded states only. */
final class FeedReplay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReplay.class);
    /** With more to read than this, to load the list again is less work. */
    static final long MAX_OFFSETS = 20_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PipelineSettings settings;
    private final AvroSerde<TrackState> states = AvroSerde.of(TrackState.class);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(FeedReplay::daemon);

    private volatile KafkaConsumer<byte[], byte[]> current;
    private volatile boolean closed;

    FeedReplay(PipelineSettings settings) {
        this.settings = settings;
    }

    /** Tells the watch what has changed since a place, then lets it go live. Returns at once. */
    void submit(TrackWatch watch, FeedPlace since) {
        try {
            thread.execute(() -> replay(watch, since));
        } catch (RejectedExecutionException e) {
            watch.close();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        closed = true;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void replay(TrackWatch watch, FeedPlace since) {
        if (closed || watch.isClosed()) {
            watch.close();
            return;
        }
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties())) {
            current = consumer;
            var partitions = partitions(since.next().size());
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            if (!isSensible(since, beginnings, ends)) {
                watch.reset(place(partitions, ends));
            } else {
                partitions.forEach(
                        partition -> consumer.seek(partition, since.next().get(partition.partition())));
                read(consumer, watch, since, ends);
            }
        } catch (KafkaException e) {
            if (!closed) {
                LOG.atWarn().addKeyValue("error", e.getMessage()).log("Past changes could not be read");
            }
            watch.close();
            return;
        }
        watch.goLive();
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer, TrackWatch watch, FeedPlace since, Map<TopicPartition, Long> ends) {
        FeedPlace place = since;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!watch.isClosed() && ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            if (System.nanoTime() > deadline) {
                watch.reset(place(List.copyOf(ends.keySet()), ends));
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.key() != null) {
                    place = place.behind(record.partition(), record.offset());
                    watch.replay(change(record), place);
                }
            }
        }
    }

    private FeedChange change(ConsumerRecord<byte[], byte[]> record) {
        return new FeedChange(
                record.partition(),
                record.offset(),
                new String(record.key(), StandardCharsets.UTF_8),
                Optional.ofNullable(states.deserialize(record.topic(), record.value())));
    }

    /** Not before the log's beginning, not behind its end, and not too far back. */
    private static boolean isSensible(
            FeedPlace since, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        long behind = 0;
        for (var end : ends.entrySet()) {
            long next = since.next().get(end.getKey().partition());
            if (next < beginnings.get(end.getKey()) || next > end.getValue()) {
                return false;
            }
            behind += end.getValue() - next;
        }
        return behind <= MAX_OFFSETS;
    }

    private Map<String, Object> properties() {
        var properties = settings.seekingConsumer();
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        return properties;
    }

    private List<TopicPartition> partitions(int count) {
        String topic = settings.catalogue().name(Topic.TRACKS);
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static FeedPlace place(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return new FeedPlace(partitions.stream()
                .collect(Collectors.toMap(TopicPartition::partition, ends::get, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList());
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "gateway-replay");
        thread.setDaemon(true);
        return thread;
    }
}
