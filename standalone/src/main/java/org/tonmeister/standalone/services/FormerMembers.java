package org.tonmeister.standalone.services;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members of the services' consumer groups that belong to a process that is no more: one that was killed, or Kafka
 * Streams, which stays in its group on purpose for a restart within the session. A new member would have to wait until
 * their sessions have expired.
 */
final class FormerMembers {
    private static final Logger LOG = LoggerFactory.getLogger(FormerMembers.class);

    private FormerMembers() {}

    /**
     * Removes them. To be called before any service starts, by the only process that may run them.
     *
     * @param groupPrefix what the services' groups begin with
     */
    static void remove(Admin admin, String groupPrefix) {
        try {
            awaitCoordinator(admin, groupPrefix);
            var groups = admin.listGroups().all().get().stream()
                    .filter(group -> group.groupId().startsWith(groupPrefix + "-"))
                    .filter(group -> group.groupState()
                            .filter(state -> state != GroupState.EMPTY)
                            .isPresent())
                    .map(GroupListing::groupId)
                    .toList();
            var removals = new ArrayList<KafkaFuture<Void>>();
            for (String group : groups) {
                removals.add(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all());
            }
            await(removals);
        } catch (ExecutionException e) {
            // They expire by themselves; it only takes longer.
            LOG.atWarn().addKeyValue("error", e.getCause().toString()).log("Former group members were not removed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** A coordinator that still reads its log lists no groups; asked for one of them, it answers when it has read it. */
    private static void awaitCoordinator(Admin admin, String groupPrefix)
            throws ExecutionException, InterruptedException {
        try {
            admin.describeConsumerGroups(List.of(groupPrefix + "-ensemble"))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    private static void await(List<KafkaFuture<Void>> removals) throws ExecutionException, InterruptedException {
        for (var removal : removals) {
            removal.get();
        }
    }
}
