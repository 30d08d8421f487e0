package org.tonmeister.standalone.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Which member of a consumer group has which partitions. */
final class GroupMembers {
    private final Admin admin;
    private final String group;

    GroupMembers(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** The members' partitions by their ids; empty while the group is being divided anew. */
    Map<String, Set<Integer>> partitions() {
        ConsumerGroupDescription description;
        try {
            description = admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IllegalStateException("The group " + group + " cannot be described", e);
        }
        var partitions = new HashMap<String, Set<Integer>>();
        if (description.groupState() == GroupState.STABLE) {
            description
                    .members()
                    .forEach(member -> partitions.put(
                            member.consumerId(),
                            member.assignment().topicPartitions().stream()
                                    .map(TopicPartition::partition)
                                    .collect(Collectors.toSet())));
        }
        return partitions;
    }

    /** Whether so many members share so many partitions among them, each with its part. */
    boolean share(int members, int partitions) {
        var parts = partitions().values();
        return parts.size() == members
                && parts.stream().noneMatch(Set::isEmpty)
                && parts.stream().mapToInt(Set::size).sum() == partitions;
    }
}
