package org.tonmeister.operations.transactions;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.pipeline.settings.PipelineSettings;

/**
 * Calls the services' workers back to their committed offsets: a worker whose commit was aborted behind its back believes
 * that its place has moved. Taken out of its group, it comes back by itself and asks for its place.
 */
final class Recall {
    private static final Logger LOG = LoggerFactory.getLogger(Recall.class);

    private final Admin admin;
    private final PipelineSettings settings;

    Recall(Admin admin, PipelineSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    void all() {
        Map<String, KafkaFuture<Void>> removals = new HashMap<>();
        for (GroupListing group : Answers.of(admin.listGroups().all())) {
            boolean hasMembers = group.groupState()
                    .filter(state -> state != GroupState.EMPTY)
                    .isPresent();
            if (group.groupId().startsWith(settings.groupId("")) && hasMembers) {
                removals.put(
                        group.groupId(),
                        admin.removeMembersFromConsumerGroup(
                                        group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                                .all());
            }
        }
        removals.forEach((group, removal) -> {
            try {
                Answers.of(removal);
            } catch (KafkaException e) {
                // It leaves by itself just now, or its members are of another kind: at the next start they ask, too.
                LOG.atWarn()
                        .addKeyValue("group", group)
                        .addKeyValue("error", e.getMessage())
                        .log("Members were not called back to their committed offsets");
            }
        });
    }
}
