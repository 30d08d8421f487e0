package org.tonmeister.pipeline.worker;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The epoch of every partition at work. It lies in the metadata of the group's committed offsets: committing keeps it,
 * resetting the offsets from outside clears it, and then a new one begins. Used by the polling thread only.
 */
final class PartitionEpochs {
    private static final Pattern METADATA = Pattern.compile("epoch=([0-9a-z]{1,20})");
    private static final int RADIX = 36;

    private final Map<TopicPartition, String> epochs = new HashMap<>();
    private final InstantSource clock;

    PartitionEpochs(InstantSource clock) {
        this.clock = clock;
    }

    boolean knows(TopicPartition partition) {
        return epochs.containsKey(partition);
    }

    /** Takes the epoch over from {@code committed}, or begins one; null: nothing was committed. */
    void learn(TopicPartition partition, OffsetAndMetadata committed) {
        epochs.put(partition, committed == null ? fresh() : inMetadata(committed.metadata()));
    }

    String of(TopicPartition partition) {
        return epochs.get(partition);
    }

    /** The partition went elsewhere: what is committed there is not known any more. */
    void forget(TopicPartition partition) {
        epochs.remove(partition);
    }

    /** What to commit with the offsets, so that {@code epoch} goes on. */
    static String metadata(String epoch) {
        return "epoch=" + epoch;
    }

    private String inMetadata(String metadata) {
        var matcher = METADATA.matcher(metadata == null ? "" : metadata);
        return matcher.matches() ? matcher.group(1) : fresh();
    }

    private String fresh() {
        return Long.toString(clock.millis(), RADIX);
    }
}
