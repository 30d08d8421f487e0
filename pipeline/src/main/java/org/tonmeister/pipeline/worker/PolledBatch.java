package org.tonmeister.pipeline.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of one poll.
 *
 * @param records in the order in which they came
 * @param ends the offset behind the last record of each partition
 */
record PolledBatch(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> ends) {
    static PolledBatch of(ConsumerRecords<byte[], byte[]> polled) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>(polled.count());
        var ends = new HashMap<TopicPartition, Long>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            records.add(record);
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        return new PolledBatch(records, ends);
    }

    /** Whether nothing of the partition's records is left to be done from this offset on. */
    boolean endsAt(TopicPartition partition, long offset) {
        return ends.getOrDefault(partition, -1L) == offset;
    }
}
