package org.tonmeister.standalone.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.Mix;

/** Reads what is committed on a topic, from its beginning to its present end. */
final class TopicReader {
    private final PipelineSettings settings;

    TopicReader(PipelineSettings settings) {
        this.settings = settings;
    }

    List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        return from(topic, Map.of());
    }

    /** From the given offsets on; from the beginning where there is none. */
    List<ConsumerRecord<byte[], byte[]>> from(Topic topic, Map<TopicPartition, Long> offsets) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.seekingConsumer())) {
            Collection<TopicPartition> partitions = consumer
                    .partitionsFor(settings.catalogue().name(topic))
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            partitions.forEach(p -> consumer.seek(p, offsets.getOrDefault(p, beginnings.get(p))));
            // For a reader of committed records, the end is behind the last record of the last finished transaction.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** All mixes, in the order of each partition. */
    List<Mix> mixes() {
        Function<byte[], Mix> decode = AvroSerde.of(Mix.class)::decode;
        return all(Topic.MIXES).stream().map(ConsumerRecord::value).map(decode).toList();
    }
}
