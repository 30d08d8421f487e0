package org.tonmeister.operations.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.internals.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.pipeline.settings.PipelineSettings;

/**
 * Finds transactions that are open in a partition while their coordinator has ended them, and ends them there. Brokers
 * leave such ones behind: up to 4.3.1 the coordinator takes a partition that has no leader at the moment for a deleted one,
 * and writes no end into it (KAFKA-20734).
 */
public final class HangingTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);
    /** {@code transaction.max.timeout.ms}, unless a broker is set otherwise. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final Admin admin;
    private final PipelineSettings settings;

    /** @param admin stays the caller's to close */
    public HangingTransactions(Admin admin, PipelineSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Those in the pipeline's topics, in Kafka Streams' topics of its services, and among the groups' offsets.
     *
     * @return by partition
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public List<HangingTransaction> find() {
        var open = open(partitions());
        var coordinators = Coordinators.ask(admin, open);
        Instant longAgo = Instant.now().minus(LONGEST);
        open.removeIf(transaction -> switch (coordinators.view(transaction)) {
            case OPEN -> true;
            // Somebody may keep its coordinator's view from us; then only its age tells.
            case UNKNOWN -> transaction.since().isAfter(longAgo);
            case ENDED -> false;
        });
        // Was it ended in the partition, too, between the two questions?
        open.retainAll(open(open.stream().map(HangingTransactions::partition).toList()));
        open.sort(Comparator.comparing(HangingTransaction::topic).thenComparing(HangingTransaction::partition));
        return open;
    }

    /** As {@link #find}, for who only wants to be told: none where the broker does not let us see them. */
    public List<HangingTransaction> visible() {
        try {
            return find();
        } catch (AuthorizationException | UnsupportedVersionException e) {
            // Who may see topics and groups may not always see the producers.
            LOG.atDebug().addKeyValue("error", e.getMessage()).log("Transactions cannot be looked at");
            return List.of();
        }
    }

    /**
     * Ends them as aborted, so that readers go on behind them. Where moves of a group's offsets were among them, the
     * services' group members are called back to what is committed, and do the work again.
     *
     * @throws KafkaException if the broker refuses or cannot be reached
     */
    public void abort(Collection<HangingTransaction> transactions) {
        for (HangingTransaction one : transactions) {
            Answers.of(admin.abortTransaction(new AbortTransactionSpec(
                            partition(one), one.producerId(), (short) one.producerEpoch(), one.coordinatorEpoch()))
                    .all());
        }
        if (transactions.stream().anyMatch(one -> one.topic().equals(Topic.GROUP_METADATA_TOPIC_NAME))) {
            new Recall(admin, settings).all();
        }
    }

    private List<TopicPartition> partitions() {
        var names = Answers.of(admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names())
                .stream()
                .filter(this::isOurs)
                .toList();
        var partitions = new ArrayList<TopicPartition>();
        admin.describeTopics(names).topicNameValues().forEach((name, described) -> {
            try {
                // One without a leader cannot be asked, and is not read either.
                Answers.of(described).partitions().stream()
                        .filter(partition -> partition.leader() != null)
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition())));
            } catch (UnknownTopicOrPartitionException e) {
                // Deleted meanwhile.
            }
        });
        return partitions;
    }

    private boolean isOurs(String topic) {
        return topic.startsWith(settings.topicPrefix() + ".")
                || topic.startsWith(settings.groupId(""))
                || topic.equals(Topic.GROUP_METADATA_TOPIC_NAME);
    }

    private List<HangingTransaction> open(Collection<TopicPartition> partitions) {
        var open = new ArrayList<HangingTransaction>();
        if (!partitions.isEmpty()) {
            Answers.of(admin.describeProducers(partitions).all())
                    .forEach((partition, producers) -> producers.activeProducers().stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().isPresent())
                            .map(producer -> transaction(partition, producer))
                            .forEach(open::add));
        }
        return open;
    }

    private static HangingTransaction transaction(TopicPartition partition, ProducerState producer) {
        return new HangingTransaction(
                partition.topic(),
                partition.partition(),
                producer.currentTransactionStartOffset().orElseThrow(),
                Instant.ofEpochMilli(producer.lastTimestamp()),
                producer.producerId(),
                producer.producerEpoch(),
                Math.max(0, producer.coordinatorEpoch().orElse(0)));
    }

    private static TopicPartition partition(HangingTransaction transaction) {
        return new TopicPartition(transaction.topic(), transaction.partition());
    }
}
