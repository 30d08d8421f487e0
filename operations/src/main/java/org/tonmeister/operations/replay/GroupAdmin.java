package org.tonmeister.operations.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.worker.Epoch;

/** Looks at the services' consumer groups, and moves them. */
final class GroupAdmin {
    private static final int MOST_TRIES = 50;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final PipelineSettings settings;
    private final Admin admin;

    GroupAdmin(PipelineSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /** The groups that there are under the prefix, by service. */
    Map<String, ConsumerGroup> all() {
        var groups = new HashMap<String, ConsumerGroup>();
        String prefix = settings.groupId("");
        for (GroupListing listed : Answers.of(admin.listGroups().all())) {
            String id = listed.groupId();
            if (id.startsWith(prefix)) {
                String service = id.substring(prefix.length());
                groups.put(service, new ConsumerGroup(id, service, members(id), positions(id)));
            }
        }
        return groups;
    }

    /** How many members the group has. */
    int members(String group) {
        try {
            return Answers.of(admin.describeConsumerGroups(List.of(group)).all())
                    .get(group)
                    .members()
                    .size();
        } catch (GroupIdNotFoundException e) {
            return 0;
        }
    }

    /** What the group has committed. */
    Map<TopicPartition, OffsetAndMetadata> positions(String group) {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        Answers.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, position) -> {
                    if (position != null) {
                        positions.put(partition, position);
                    }
                });
        return positions;
    }

    /**
     * Moves a group back, also while its members run. They are taken out of the group for a moment: only an empty
     * group's offsets can be changed, and Kafka refuses what members out of the group would still commit. They come back
     * by themselves and find the new offsets; what they had in work is called off, and done again.
     *
     * @throws ReplayRefusedException if its members cannot be taken out
     */
    void move(GroupMove move, Epoch epoch) throws ReplayRefusedException {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        move.partitions()
                .forEach(partition -> offsets.put(
                        new TopicPartition(move.topic(), partition.partition()),
                        new OffsetAndMetadata(partition.to(), epoch.metadata())));
        for (int i = 0; i < MOST_TRIES; i++) {
            takeOut(move.group());
            try {
                Answers.of(
                        admin.alterConsumerGroupOffsets(move.group(), offsets).all());
                return;
            } catch (UnknownMemberIdException | GroupNotEmptyException | RebalanceInProgressException e) {
                // A member was quicker back in the group than we were.
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }
        throw new ReplayRefusedException("the members of group " + move.group()
                + " come back faster than the group can be moved: stop the service '" + move.service()
                + "', replay, and start it again");
    }

    private void takeOut(String group) throws ReplayRefusedException {
        var description = new ArrayList<>(
                Answers.of(admin.describeConsumerGroups(List.of(group)).all())
                        .get(group)
                        .members());
        if (description.isEmpty()) {
            return;
        }
        try {
            Answers.of(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        } catch (UnknownMemberIdException | RebalanceInProgressException e) {
            // It left by itself, or another comes: the next try sees how things stand.
            return;
        } catch (UnsupportedVersionException e) {
            throw new ReplayRefusedException(
                    "the members of group " + group + " cannot be taken out of it: stop its service, and replay again",
                    e);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException)) {
                throw e;
            }
        }
    }
}
