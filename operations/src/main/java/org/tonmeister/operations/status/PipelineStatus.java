package org.tonmeister.operations.status;

import java.time.Instant;
import java.util.List;
import org.tonmeister.operations.transactions.HangingTransaction;

/**
 * The pipeline at one moment.
 *
 * @param at when it was looked at
 * @param topics in the order of the pipeline
 * @param services each consumer group of the pipeline, in its order
 * @param hangingTransactions where readers wait for ever, by partition; empty, too, where the broker does not let us see
 * @param deadLetters how many dead letters there are that were not redriven, of those that are listed
 */
public record PipelineStatus(
        Instant at,
        List<TopicStatus> topics,
        List<ServiceStatus> services,
        List<HangingTransaction> hangingTransactions,
        long deadLetters) {
    /** Copies. */
    public PipelineStatus {
        topics = List.copyOf(topics);
        services = List.copyOf(services);
        hangingTransactions = List.copyOf(hangingTransactions);
    }

    /**
     * One topic. Offsets count more than records: the marks at the ends of transactions have offsets too.
     *
     * @param topic full name
     * @param partitions of each, in order; empty: the topic is not there
     * @param offsetsPerSecond by how much the end offsets grew, over the last minute, or less right after a start
     */
    public record TopicStatus(String topic, List<PartitionStatus> partitions, double offsetsPerSecond) {
        /** Copies. */
        public TopicStatus {
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * One partition.
     *
     * @param firstOffset of the oldest record that is kept
     * @param endOffset of the next record that will be written
     */
    public record PartitionStatus(int partition, long firstOffset, long endOffset) {}

    /**
     * One consumer group: all instances of a service together.
     *
     * @param service such as {@code ingest}, {@code predict-cnn}, {@code ensemble}
     * @param group the consumer group
     * @param state as Kafka names it, such as {@code Stable}, {@code Empty}; {@code Unknown} where there is no such group
     * @param members worker threads of all instances
     * @param lag offsets that lie before it in all its topics
     * @param offsetsPerSecond by how much its position grew, over the last minute
     */
    public record ServiceStatus(
            String service, String group, String state, int members, long lag, double offsetsPerSecond) {}
}
