package org.tonmeister.pipeline.worker;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Commits a part of a record's results. */
@FunctionalInterface
interface SliceCommitter {
    /**
     * Commits {@code slice} without moving past {@code record}.
     *
     * @return where the located outputs are
     * @throws CancelledWorkException if nothing can be committed any more
     */
    List<RecordMetadata> commitSlice(ConsumerRecord<byte[], byte[]> record, String epoch, List<Output> slice);
}
