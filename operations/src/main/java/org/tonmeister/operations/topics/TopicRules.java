package org.tonmeister.operations.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.tonmeister.schemas.Topic;

/** What the services need of a topic. A topic that is too small for a record would make its writer try for ever. */
final class TopicRules {
    private TopicRules() {}

    /**
     * What is not as it must be.
     *
     * @param partitions that all topics must have; empty: not known
     */
    static List<String> broken(Topic topic, TopicDescription description, Config config, Optional<Integer> partitions) {
        var broken = new ArrayList<String>();
        String name = description.name();
        int own = description.partitions().size();
        if (partitions.isPresent() && own != partitions.get()) {
            broken.add(name + " has " + own + " partitions, uploads has " + partitions.get()
                    + ": all topics need the same number, or the ensemble does not find what belongs together");
        }
        long bytes = number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (bytes < topic.maxRecordBytes()) {
            broken.add(name + " takes records of " + bytes + " bytes at most, but " + topic.maxRecordBytes()
                    + " are needed: set its " + TopicConfig.MAX_MESSAGE_BYTES_CONFIG
                    + ", or writers that meet a larger one try for ever");
        }
        boolean compacted =
                value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        if (compacted != (topic.cleanup() == Topic.Cleanup.COMPACT)) {
            broken.add(name + (compacted ? " is compacted: older records of a track vanish" : " is not compacted")
                    + "; set its " + TopicConfig.CLEANUP_POLICY_CONFIG + " to "
                    + (compacted ? TopicConfig.CLEANUP_POLICY_DELETE : TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        long inSync = number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        int copies = replication(description);
        if (inSync > copies) {
            broken.add(name + " wants " + inSync + " copies in sync and has " + copies + ": nothing can be written");
        }
        description.partitions().stream()
                .filter(partition -> partition.leader() == null
                        || partition.isr().size() < partition.replicas().size())
                .forEach(partition -> broken.add(name + "-" + partition.partition()
                        + (partition.leader() == null
                                ? " has no leader"
                                : " has " + partition.isr().size() + " of "
                                        + partition.replicas().size() + " copies in sync")));
        return broken;
    }

    static int replication(TopicDescription description) {
        return description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    static String value(Config config, String name) {
        var entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    static long number(Config config, String name) {
        String value = value(config, name);
        return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
