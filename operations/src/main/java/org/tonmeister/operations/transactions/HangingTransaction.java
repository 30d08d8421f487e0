package org.tonmeister.operations.transactions;

import java.time.Instant;

/**
 * A transaction in a partition that no coordinator will end: readers of committed records wait at its first offset for ever.
 *
 * @param topic full name; it may be Kafka's own topic of the groups' offsets
 * @param firstOffset where readers wait
 * @param since the time stamp of the last record that it wrote there
 * @param producerId whose transaction it is
 * @param coordinatorEpoch of the coordinator that last ended one of this producer's here; 0: none did
 */
public record HangingTransaction(
        String topic,
        int partition,
        long firstOffset,
        Instant since,
        long producerId,
        int producerEpoch,
        int coordinatorEpoch) {
    /** The partition as Kafka's tools write it, such as {@code tonmeister.audio-0}. */
    public String place() {
        return topic + "-" + partition;
    }
}
