package org.tonmeister.pipeline.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** Topics of a test's own, and what a test does with them from outside. */
public final class TestPipeline implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final PipelineSettings settings;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    /** Creates topics under a prefix of their own. */
    public TestPipeline(TestBroker broker) {
        this(broker, "test-" + UUID.randomUUID());
        settings.catalogue().create(admin);
    }

    private TestPipeline(TestBroker broker, String prefix) {
        settings = PipelineSettings.builder()
                .bootstrapServers(broker.bootstrapServers())
                .topicPrefix(prefix)
                .partitions(PARTITIONS)
                .withoutManagement()
                .build();
        producer = new KafkaProducer<>(settings.producer());
        admin = Admin.create(settings.admin());
    }

    /** The topics that somebody else creates under {@code prefix}, with two partitions each. */
    public static TestPipeline existing(TestBroker broker, String prefix) {
        return new TestPipeline(broker, prefix);
    }

    /** Settings under the test's own prefix. */
    public PipelineSettings settings() {
        return settings;
    }

    /** An admin client. */
    public Admin admin() {
        return admin;
    }

    /** Writes a record and waits for it. */
    public RecordMetadata publish(Topic topic, String key, byte[] value, Header... headers) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return await(producer.send(new ProducerRecord<>(name(topic), null, keyBytes, value, List.of(headers))));
    }

    /** Writes a text and waits for it. */
    public RecordMetadata publish(Topic topic, String key, String value, Header... headers) {
        return publish(topic, key, value.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Everything a read_committed consumer sees in the topic now, one partition after the other. */
    public List<ConsumerRecord<byte[], byte[]>> committed(Topic topic) {
        return read(topic, settings.seekingConsumer());
    }

    /** Everything in the topic now, aborted records too. */
    public List<ConsumerRecord<byte[], byte[]>> written(Topic topic) {
        var properties = settings.seekingConsumer();
        properties.put("isolation.level", "read_uncommitted");
        return read(topic, properties);
    }

    /** Values of {@link #committed} as text. */
    public List<String> texts(Topic topic) {
        return committed(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What the group has committed in the topic, by partition. */
    public Map<Integer, OffsetAndMetadata> offsets(String groupId, Topic topic) {
        var offsets = new HashMap<Integer, OffsetAndMetadata>();
        await(admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null && partition.topic().equals(name(topic))) {
                        offsets.put(partition.partition(), offset);
                    }
                });
        return offsets;
    }

    /** As {@code kafka-consumer-groups --reset-offsets --to-earliest} does. */
    public void resetOffsets(String groupId, Topic topic) {
        var zero = new HashMap<TopicPartition, OffsetAndMetadata>();
        partitions(topic).forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
        await(admin.alterConsumerGroupOffsets(groupId, zero).all());
    }

    /** The topic's full name. */
    public String name(Topic topic) {
        return settings.catalogue().name(topic);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Topic topic, Map<String, Object> properties) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(properties)) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        records.sort(java.util.Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return records;
    }

    private List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(name(topic), partition))
                .toList();
    }

    private static <T> T await(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        return await(future.toCompletionStage().toCompletableFuture());
    }
}
