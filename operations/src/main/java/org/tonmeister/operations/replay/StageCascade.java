package org.tonmeister.operations.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.operations.admin.Answers;
import org.tonmeister.operations.replay.ReplayProgress.StageProgress;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/**
 * Tells when all stages are through with something. When a stage has committed its position behind it, all that it made
 * of it is in the next topic: the end of that topic, at that moment, is how far the next stage has to come. So this ends
 * also while new tracks keep coming.
 */
final class StageCascade implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 5;

    private final PipelineSettings settings;
    private final Admin admin;
    private final GroupAdmin groups;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final List<List<String>> levels;
    private final Map<String, Long> most = new HashMap<>();
    private int level;
    private Map<TopicPartition, Long> targets;

    /**
     * @param levels services whose groups work side by side, from the first stage to the last
     * @param targets how far the first level has to come
     */
    StageCascade(
            PipelineSettings settings,
            Admin admin,
            GroupAdmin groups,
            List<List<String>> levels,
            Map<TopicPartition, Long> targets) {
        this.settings = settings;
        this.admin = admin;
        this.groups = groups;
        this.levels = levels;
        this.targets = targets;
        var properties = settings.seekingConsumer();
        // One record is enough to know that there is one.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reader = new KafkaConsumer<>(properties);
    }

    boolean isDone() {
        return level == levels.size();
    }

    /** One look; goes on to further stages as those before are done. */
    List<StageProgress> look() {
        var stages = new ArrayList<StageProgress>();
        for (int i = 0; i < levels.size(); i++) {
            boolean over = i < level;
            for (String service : levels.get(i)) {
                stages.add(over ? new StageProgress(service, 0, 0, 1, true) : progress(service, i == level));
            }
            if (i == level && levels.get(i).stream().allMatch(service -> isThrough(stages, service))) {
                level++;
                targets = level < levels.size() ? ends(levels.get(level)) : Map.of();
            }
        }
        return stages;
    }

    @Override
    public void close() {
        reader.close();
    }

    private static boolean isThrough(Collection<StageProgress> stages, String service) {
        return stages.stream().anyMatch(stage -> stage.service().equals(service) && stage.done());
    }

    private StageProgress progress(String service, boolean current) {
        String group = settings.groupId(service);
        var positions = groups.positions(group);
        long left = 0;
        boolean done = current;
        for (var target : current ? targets.entrySet() : ends(List.of(service)).entrySet()) {
            var partition = target.getKey();
            boolean reads =
                    positions.keySet().stream().anyMatch(known -> known.topic().equals(partition.topic()));
            if (!reads && !isRead(service, partition.topic())) {
                continue;
            }
            var position = positions.get(partition);
            long reached = position == null ? 0 : position.offset();
            if (reached < target.getValue() && !(current && isEmpty(partition, reached, target.getValue()))) {
                left += target.getValue() - reached;
                done = false;
            }
        }
        long before = most.merge(service, left, Math::max);
        double fraction = before == 0 ? 0 : 1.0 - (double) left / before;
        return new StageProgress(service, groups.members(group), left, done ? 1 : fraction, done);
    }

    /** Of the models, each reads one kind of features; which one, only its positions tell. */
    private boolean isRead(String service, String topic) {
        return !service.startsWith("predict-")
                && sources(service).stream()
                        .anyMatch(source -> settings.catalogue().name(source).equals(topic));
    }

    /** Whether a reader sees nothing there: only marks of transactions, or what was aborted. */
    private boolean isEmpty(TopicPartition partition, long from, long to) {
        reader.assign(List.of(partition));
        reader.seek(partition, from);
        for (int i = 0; i < POLLS && reader.position(partition) < to; i++) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                return record.offset() >= to;
            }
        }
        return reader.position(partition) >= to;
    }

    private Map<TopicPartition, Long> ends(List<String> services) {
        var topics = services.stream()
                .flatMap(service -> sources(service).stream())
                .map(settings.catalogue()::name)
                .distinct()
                .toList();
        var asked = Answers.of(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        Answers.of(admin.listOffsets(asked).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static List<Topic> sources(String service) {
        return switch (service) {
            case "ingest" -> List.of(Topic.UPLOADS);
            case "features" -> List.of(Topic.AUDIO);
            case "ensemble" -> List.of(Topic.PREDICTIONS, Topic.MIX_REQUESTS);
            case "mix" -> List.of(Topic.MIX_ORDERS);
            default -> List.of(Topic.SPECTROGRAMS, Topic.AST_FEATURES);
        };
    }
}
