package org.tonmeister.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Brings a consumer to where a subscription begins. */
final class StartPosition {
    private StartPosition() {}

    /** @throws KafkaException if a topic does not exist or the broker cannot be reached */
    static void apply(Start start, Consumer<byte[], byte[]> consumer, List<String> topics) {
        if (start instanceof Start.Group) {
            consumer.subscribe(topics);
            return;
        }
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : topics) {
            partitions.addAll(partitionsOf(consumer, topic));
        }
        consumer.assign(partitions);
        if (start instanceof Start.Beginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        if (start instanceof Start.At at) {
            Map<TopicPartition, Long> times = partitions.stream()
                    .collect(Collectors.toMap(p -> p, p -> at.time().toEpochMilli()));
            consumer.offsetsForTimes(times).forEach((partition, found) -> seek(consumer, partition, found));
        }
        // Positions are looked up lazily: what is published after this call must not be missed.
        partitions.forEach(consumer::position);
    }

    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, OffsetAndTimestamp found) {
        if (found != null) {
            consumer.seek(partition, found.offset());
        }
    }

    /** @throws KafkaException if the topic does not exist or the broker cannot be reached */
    static List<TopicPartition> partitionsOf(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new KafkaException("There is no topic " + topic + ": have the services been started once?");
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}
