package org.tonmeister.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.tonmeister.operations.status.PipelineStatus.PartitionStatus;
import org.tonmeister.operations.status.PipelineStatus.ServiceStatus;
import org.tonmeister.operations.status.PipelineStatus.TopicStatus;
import org.tonmeister.operations.transactions.HangingTransaction;

/**
 * What was seen at one moment.
 *
 * @param topics partitions by topic, in the order of the pipeline
 * @param groups in the order of the pipeline
 * @param hanging transactions that nobody ends, seen some seconds ago at most
 */
record Look(
        Instant at,
        SortedMap<Integer, Map.Entry<String, List<PartitionStatus>>> topics,
        List<Group> groups,
        List<HangingTransaction> hanging) {
    /**
     * A consumer group.
     *
     * @param position sum of its offsets
     */
    record Group(String service, String id, String state, int members, long lag, long position) {}

    /** The status, with the rates since an earlier look. */
    PipelineStatus since(Look earlier, long deadLetters) {
        double seconds = Duration.between(earlier.at, at).toMillis() / 1000.0;
        return new PipelineStatus(
                at,
                topics.entrySet().stream()
                        .map(topic -> new TopicStatus(
                                topic.getValue().getKey(),
                                topic.getValue().getValue(),
                                rate(
                                        ends(topic.getValue().getValue()),
                                        ends(earlier.partitions(topic.getKey())),
                                        seconds)))
                        .toList(),
                groups.stream()
                        .map(group -> new ServiceStatus(
                                group.service(),
                                group.id(),
                                group.state(),
                                group.members(),
                                group.lag(),
                                rate(group.position(), earlier.position(group), seconds)))
                        .toList(),
                hanging,
                deadLetters);
    }

    private List<PartitionStatus> partitions(int topic) {
        return topics.containsKey(topic) ? topics.get(topic).getValue() : List.of();
    }

    private long position(Group group) {
        return groups.stream()
                .filter(other -> other.id().equals(group.id()))
                .mapToLong(Group::position)
                .findFirst()
                .orElse(group.position());
    }

    private static long ends(Collection<PartitionStatus> partitions) {
        return partitions.stream().mapToLong(PartitionStatus::endOffset).sum();
    }

    /** Not below 0: offsets go back where a topic was made anew, or a group was set back. */
    private static double rate(long now, long before, double seconds) {
        return seconds <= 0 ? 0 : Math.max(0, now - before) / seconds;
    }
}
