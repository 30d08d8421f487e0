package org.tonmeister.operations.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** Looks at the topics of a pipeline, with some requests whatever its size. */
public final class TopicInspection {
    private final Admin admin;
    private final TopicCatalogue catalogue;

    /** @param admin stays the caller's to close */
    public TopicInspection(Admin admin, PipelineSettings settings) {
        this.admin = admin;
        this.catalogue = settings.catalogue();
    }

    /**
     * Every topic of the catalogue, in its order.
     *
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public List<TopicReport> look() {
        Map<Topic, TopicDescription> descriptions = descriptions();
        var configs = configs(descriptions);
        var first = offsets(descriptions, OffsetSpec.earliest());
        var last = offsets(descriptions, OffsetSpec.latest());
        var newest = offsets(descriptions, OffsetSpec.maxTimestamp());
        var bytes = bytes();
        var uploads = Optional.ofNullable(descriptions.get(Topic.UPLOADS))
                .map(topic -> topic.partitions().size());
        var reports = new ArrayList<TopicReport>();
        for (Topic topic : Topic.values()) {
            String name = catalogue.name(topic);
            var description = descriptions.get(topic);
            if (description == null) {
                reports.add(TopicReport.missing(name));
                continue;
            }
            var config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name));
            long retentionMs = TopicRules.number(config, TopicConfig.RETENTION_MS_CONFIG);
            boolean compacted = TopicRules.value(config, TopicConfig.CLEANUP_POLICY_CONFIG)
                    .equals(TopicConfig.CLEANUP_POLICY_COMPACT);
            reports.add(new TopicReport(
                    name,
                    description.partitions().size(),
                    TopicRules.replication(description),
                    compacted,
                    compacted || retentionMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(retentionMs)),
                    of(name, last).mapToLong(ListOffsetsResultInfo::offset).sum()
                            - of(name, first)
                                    .mapToLong(ListOffsetsResultInfo::offset)
                                    .sum(),
                    bytes.getOrDefault(name, 0L),
                    of(name, newest)
                            .filter(found -> found.timestamp() >= 0)
                            .map(found -> Instant.ofEpochMilli(found.timestamp()))
                            .max(Instant::compareTo),
                    TopicRules.broken(topic, description, config, uploads)));
        }
        return reports;
    }

    private Map<Topic, TopicDescription> descriptions() {
        var names = Arrays.stream(Topic.values()).map(catalogue::name).toList();
        var answers = admin.describeTopics(names).topicNameValues();
        var descriptions = new HashMap<Topic, TopicDescription>();
        for (Topic topic : Topic.values()) {
            try {
                descriptions.put(topic, Answers.of(answers.get(catalogue.name(topic))));
            } catch (UnknownTopicOrPartitionException e) {
                // Left out here, it is told as missing.
            }
        }
        return descriptions;
    }

    private Map<ConfigResource, Config> configs(Map<Topic, TopicDescription> topics) {
        return Answers.of(admin.describeConfigs(topics.values().stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                        .toList())
                .all());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Map<Topic, TopicDescription> topics, OffsetSpec spec) {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        topics.values().forEach(topic -> topic.partitions()
                .forEach(partition -> asked.put(new TopicPartition(topic.name(), partition.partition()), spec)));
        return Answers.of(admin.listOffsets(asked).all());
    }

    private static Stream<ListOffsetsResultInfo> of(String topic, Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .map(Map.Entry::getValue);
    }

    private Map<String, Long> bytes() {
        var brokers = Answers.of(admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        var bytes = new HashMap<String, Long>();
        Answers.of(admin.describeLogDirs(brokers).allDescriptions()).values().forEach(folders -> folders.values()
                .forEach(folder -> folder.replicaInfos()
                        .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum))));
        return bytes;
    }
}
