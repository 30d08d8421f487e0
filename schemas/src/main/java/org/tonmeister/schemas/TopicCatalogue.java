package org.tonmeister.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics under one prefix, with their sizes.
 *
 * @param prefix such as {@code tonmeister}; topic names are {@code prefix.suffix}
 * @param partitions of every topic
 * @param replicationFactor copies of every partition; from 3 on, 2 must be in sync
 */
public record TopicCatalogue(String prefix, int partitions, short replicationFactor) {
    /** Prefix of the topics where nothing else is set. */
    public static final String DEFAULT_PREFIX = "tonmeister";

    private static final Duration LEADERS_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LEADERS_RETRY = Duration.ofMillis(20);
    private static final int COMPACTED_SEGMENT_BYTES = 16 << 20;

    /** Checks the values. */
    public TopicCatalogue {
        if (!prefix.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
            throw new IllegalArgumentException(
                    "Topic prefix '" + prefix + "': only lower-case letters, digits, dots and hyphens");
        }
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException("Partitions and replication factor must be at least 1");
        }
    }

    /** The topic's full name. */
    public String name(Topic topic) {
        return prefix + "." + topic.suffix();
    }

    /** What {@link #create} asks the broker for. */
    public List<NewTopic> newTopics() {
        return Arrays.stream(Topic.values()).map(this::newTopic).toList();
    }

    /**
     * Creates the topics that are not there yet; those that are stay as they are.
     *
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public void create(Admin admin) {
        try {
            Set<String> present = admin.listTopics().names().get();
            var missing = newTopics().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(missing).values().values()) {
                ignoringExisting(created);
            }
            awaitLeaders(admin, missing);
        } catch (ExecutionException e) {
            throw new KafkaException("Cannot create the topics: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    /**
     * Waits until every partition of new topics is served. An idempotent producer must not meet one that is not: if its
     * first batch is refused and a later one accepted meanwhile, the broker refuses the first for ever (KAFKA-14359).
     */
    public static void awaitLeaders(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        // Only a leader answers. A broker that has not heard of the topic yet makes the admin client give up at once.
        long end = System.nanoTime() + LEADERS_TIMEOUT.toNanos();
        while (true) {
            try {
                admin.listOffsets(latest).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(LEADERS_RETRY.toMillis());
        }
    }

    private static void ignoringExisting(org.apache.kafka.common.KafkaFuture<Void> created)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            // Another service made it between our look and our call.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic newTopic(Topic topic) {
        var configs = new HashMap<String, String>(cleanup(topic));
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxRecordBytes()));
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicationFactor >= 3 ? "2" : "1");
        return new NewTopic(name(topic), partitions, replicationFactor).configs(configs);
    }

    private static Map<String, String> cleanup(Topic topic) {
        String retentionMs = Long.toString(topic.retention().toMillis());
        return switch (topic.cleanup()) {
            case DELETE ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        retentionMs);
            // The segment that is written to is never compacted: a small one, so that there is little to read at a
            // start.
            case COMPACT ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        retentionMs,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        Integer.toString(COMPACTED_SEGMENT_BYTES));
        };
    }
}
