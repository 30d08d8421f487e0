package org.tonmeister.operations.replay;

import java.util.List;

/**
 * How a consumer group is moved back.
 *
 * @param group the consumer group
 * @param service such as {@code features}
 * @param topic full name of the topic it reads again
 * @param members it has now
 * @param partitions those that are moved, in order; not empty
 */
public record GroupMove(String group, String service, String topic, int members, List<PartitionMove> partitions) {
    /** Copies. */
    public GroupMove {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition.
     *
     * @param from offset the group has reached
     * @param to offset it is moved back to
     * @param end offset behind the last record that there is now
     */
    public record PartitionMove(int partition, long from, long to, long end) {}

    /** Offsets that are read again; the marks at the ends of transactions have offsets too. */
    public long offsets() {
        return partitions.stream().mapToLong(move -> move.from() - move.to()).sum();
    }
}
