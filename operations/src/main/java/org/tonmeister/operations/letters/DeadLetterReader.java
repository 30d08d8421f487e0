package org.tonmeister.operations.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/**
 * Follows {@code dead-letters} on a thread of its own. Kafka sends records whole, so each letter's value passes through
 * the network buffer once, one batch at a time; it is not copied.
 */
final class DeadLetterReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int FETCH_BYTES = 64 << 10;
    /** Behind most letters stands the mark of the transaction's end, and the stage's progress is elsewhere. */
    private static final long OFFSETS_READ = 2L * DeadLetterList.MAX_PER_PARTITION;

    private final PipelineSettings settings;
    private final DeadLetterList list;
    private final Thread thread;
    private volatile KafkaConsumer<byte[], Integer> current;
    private volatile boolean closed;
    private volatile boolean complete;

    DeadLetterReader(PipelineSettings settings, DeadLetterList list) {
        this.settings = settings;
        this.list = list;
        this.thread = new Thread(this::run, "dead-letters");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether the list holds all letters that the log does. */
    boolean isComplete() {
        return complete && !list.isCut();
    }

    @Override
    public void close() {
        closed = true;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            try (var consumer = new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new SizeOnly())) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.atDebug().log("No more dead letters are read");
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("error", e.getMessage()).log("Dead letters cannot be read; trying again");
            }
            complete = false;
            if (!closed) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void follow(KafkaConsumer<byte[], Integer> consumer) {
        String topic = settings.catalogue().name(Topic.DEAD_LETTERS);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        list.clear();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        boolean all = true;
        for (TopicPartition partition : partitions) {
            long from = Math.max(beginnings.get(partition), ends.get(partition) - OFFSETS_READ);
            all &= from == beginnings.get(partition);
            consumer.seek(partition, from);
        }
        while (!closed) {
            consumer.poll(POLL).forEach(this::note);
            complete = complete || (all && ends.keySet().stream().allMatch(p -> consumer.position(p) >= ends.get(p)));
        }
    }

    private void note(ConsumerRecord<byte[], Integer> record) {
        LetterRecords.redriven(record.headers())
                .ifPresentOrElse(
                        id -> list.redriven(id, Instant.ofEpochMilli(record.timestamp())),
                        () -> list.add(record.partition(), record.offset(), LetterRecords.letter(record)));
    }

    private Map<String, Object> properties() {
        var properties = settings.seekingConsumer();
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        // An offset may expire between our look and the seek.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }
}
