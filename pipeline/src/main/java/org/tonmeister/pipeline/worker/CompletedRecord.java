package org.tonmeister.pipeline.worker;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A record whose work is done, and what is to be sent for it.
 *
 * @param epoch of its partition
 * @param notes what the handler said of it
 * @param failure why nothing came of it, if so; then the outputs are the dead letter and the progress record
 */
record CompletedRecord(
        ConsumerRecord<byte[], byte[]> record,
        String epoch,
        Optional<TrackIdentity> identity,
        List<Output> outputs,
        RecordNotes notes,
        Optional<Failure> failure) {
    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    long next() {
        return record.offset() + 1;
    }

    /** The position to commit once it is done. */
    OffsetAndMetadata position() {
        return new OffsetAndMetadata(next(), record.leaderEpoch(), PartitionEpochs.metadata(epoch));
    }

    long bytes() {
        return outputs.stream().mapToLong(Output::bytes).sum();
    }
}
