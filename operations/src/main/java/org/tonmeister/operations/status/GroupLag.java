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
    /**
     * The one offset behind the last record is mostly the mark of a transaction's end. On these topics it may as well be
     * what a user has written without a transaction: members take it within a moment, but where there are none, it waits.
     */
    private static final Set<Topic> FROM_USERS = Set.of(Topic.UPLOADS, Topic.MIX_REQUESTS);

    private final TopicCatalogue catalogue;
    private final Map<Topic, List<PartitionStatus>> topics;
    private final Map<TopicPartition, OffsetAndMetadata> positions;
    private final boolean hasMembers;

    GroupLag(
            TopicCatalogue catalogue,
            Map<Topic, List<PartitionStatus>> topics,
            Map<TopicPartition, OffsetAndMetadata> positions,
            boolean hasMembers) {
        this.catalogue = catalogue;
        this.topics = topics;
        this.positions = positions;
        this.hasMembers = hasMembers;
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
        return behind == 1 && position != null && (hasMembers || !FROM_USERS.contains(topic)) ? 0 : behind;
    }
}
