package org.tonmeister.operations.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.operations.status.PipelineStatus.PartitionStatus;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** How far a group is behind. */
final class GroupLag {
    /** Written without transactions: their last offset is a record's. */
    private static final Set<Topic> PLAIN = Set.of(Topic.UPLOADS, Topic.UPLOAD_CHUNKS, Topic.MIX_REQUESTS);

    private final TopicCatalogue catalogue;
    private final Map<Topic, List<PartitionStatus>> topics;
    private final Map<TopicPartition, OffsetAndMetadata> positions;

    GroupLag(
            TopicCatalogue catalogue,
            Map<Topic, List<PartitionStatus>> topics,
            Map<TopicPartition, OffsetAndMetadata> positions) {
        this.catalogue = catalogue;
        this.topics = topics;
        this.positions = positions;
    }

    /**
     * Offsets that lie before the group in these topics.
     *
     * @param onlyOne it reads only one of them, as its offsets tell
     */
    long of(Collection<Topic> read, boolean onlyOne) {
        long lag = 0;
        boolean known = onlyOne && read.stream().anyMatch(this::isRead);
        for (Topic topic : read) {
            if (known && !isRead(topic)) {
                continue;
            }
            for (PartitionStatus partition : topics.getOrDefault(topic, List.of())) {
                lag += lag(topic, partition);
            }
        }
        return lag;
    }

    /** Sum of the group's offsets. */
    long position() {
        return positions.values().stream()
                .mapToLong(position -> position == null ? 0 : position.offset())
                .sum();
    }

    private boolean isRead(Topic topic) {
        return positions.keySet().stream().anyMatch(p -> p.topic().equals(catalogue.name(topic)));
    }

    private long lag(Topic topic, PartitionStatus partition) {
        var position = positions.get(new TopicPartition(catalogue.name(topic), partition.partition()));
        long reached = position == null ? partition.firstOffset() : position.offset();
        long behind = Math.max(0, partition.endOffset() - Math.max(reached, partition.firstOffset()));
        // The one offset behind the last record is the mark of the transaction's end: nothing to be done.
        return behind == 1 && !PLAIN.contains(topic) && position != null ? 0 : behind;
    }
}
