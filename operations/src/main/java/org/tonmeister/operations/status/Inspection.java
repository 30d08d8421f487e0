package org.tonmeister.operations.status;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tonmeister.operations.status.PipelineStatus.PartitionStatus;
import org.tonmeister.operations.transactions.HangingTransaction;
import org.tonmeister.operations.transactions.HangingTransactions;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** One look at topics and groups, with some half a dozen requests whatever the size of the pipeline. Not thread-safe. */
final class Inspection {
    /** Readers have waited for a hanging transaction before anybody asks; a request to every partition is no small one. */
    private static final Duration BETWEEN_TRANSACTIONS = Duration.ofSeconds(20);

    private final Admin admin;
    private final PipelineSettings settings;
    private List<HangingTransaction> hanging = List.of();
    private Instant hangingAt = Instant.MIN;

    Inspection(Admin admin, PipelineSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    Look look(Instant at) throws ExecutionException, InterruptedException {
        Map<Topic, List<PartitionStatus>> topics = topics();
        var inOrder = new TreeMap<Integer, Map.Entry<String, List<PartitionStatus>>>();
        topics.forEach((topic, partitions) -> inOrder.put(
                topic.ordinal(), new SimpleImmutableEntry<>(settings.catalogue().name(topic), partitions)));
        return new Look(at, inOrder, groups(topics), hanging(at));
    }

    private List<HangingTransaction> hanging(Instant at) {
        if (hangingAt.isBefore(at.minus(BETWEEN_TRANSACTIONS))) {
            hanging = new HangingTransactions(admin, settings).visible();
            hangingAt = at;
        }
        return hanging;
    }

    private SortedMap<Topic, List<PartitionStatus>> topics() throws ExecutionException, InterruptedException {
        var partitions = new ArrayList<TopicPartition>();
        var topics = new TreeMap<Topic, List<PartitionStatus>>();
        var described = admin.describeTopics(List.of(Topic.values()).stream()
                        .map(settings.catalogue()::name)
                        .toList())
                .topicNameValues();
        for (Topic topic : Topic.values()) {
            topics.put(topic, List.of());
            String name = settings.catalogue().name(topic);
            try {
                described
                        .get(name)
                        .get()
                        .partitions()
                        .forEach(p -> partitions.add(new TopicPartition(name, p.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        var first = offsets(partitions, OffsetSpec.earliest());
        var end = offsets(partitions, OffsetSpec.latest());
        topics.replaceAll((topic, none) -> partitions.stream()
                .filter(p -> p.topic().equals(settings.catalogue().name(topic)))
                .map(p -> new PartitionStatus(p.partition(), first.get(p), end.get(p)))
                .toList());
        return topics;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> spec));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked).all().get().forEach((p, found) -> offsets.put(p, found.offset()));
        return offsets;
    }

    private List<Look.Group> groups(Map<Topic, List<PartitionStatus>> topics)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(id -> Services.isService(settings, id))
                .collect(Collectors.toSet());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = present.isEmpty()
                ? Map.of()
                : admin.listConsumerGroupOffsets(present.stream()
                                .collect(Collectors.toMap(id -> id, id -> new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .get();
        Map<String, ConsumerGroupDescription> described = present.isEmpty()
                ? Map.of()
                : admin.describeConsumerGroups(present).all().get();
        var groups = new ArrayList<Look.Group>();
        for (String id : Services.inOrder(settings, present)) {
            var description = described.get(id);
            int members = description == null ? 0 : description.members().size();
            var lag = new GroupLag(settings.catalogue(), topics, positions.getOrDefault(id, Map.of()), members > 0);
            String service = Services.name(settings, id);
            groups.add(new Look.Group(
                    service,
                    id,
                    description == null ? "Unknown" : description.groupState().toString(),
                    members,
                    lag.of(Services.reads(service), Services.readsOnlyOne(service)),
                    lag.position()));
        }
        return groups;
    }
}
