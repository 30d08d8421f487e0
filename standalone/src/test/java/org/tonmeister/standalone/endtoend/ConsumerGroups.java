package org.tonmeister.standalone.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** The services' consumer groups: whether they are done, and how to move them back. */
final class ConsumerGroups {
    private static final Map<String, Topic> READERS = Map.of(
            "ingest", Topic.UPLOADS,
            "features", Topic.AUDIO,
            "predict-analyser", Topic.SPECTROGRAMS,
            "ensemble", Topic.PREDICTIONS,
            "mix", Topic.MIX_ORDERS);

    private final PipelineSettings settings;

    ConsumerGroups(PipelineSettings settings) {
        this.settings = settings;
    }

    /** Whether every group has committed behind the last record it has to read: then nothing more will come. */
    boolean areDone() {
        return READERS.keySet().stream().allMatch(stage -> remaining(stage) == 0);
    }

    /** How many committed records a stage's group has before it. */
    int remaining(String stage) {
        return new TopicReader(settings)
                .from(READERS.get(stage), positions(stage))
                .size();
    }

    /** Where a stage's group has committed to, in the partitions where it has. */
    Map<TopicPartition, Long> positions(String stage) {
        try (var admin = Admin.create(settings.admin())) {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(settings.groupId(stage))
                    .partitionsToOffsetAndMetadata()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .forEach((partition, offset) -> {
                        if (offset != null
                                && partition.topic().equals(settings.catalogue().name(READERS.get(stage)))) {
                            offsets.put(partition, offset.offset());
                        }
                    });
            return offsets;
        }
    }

    /** Moves a group to the beginning of its topic, as {@code kafka-consumer-groups --reset-offsets --to-earliest} does. */
    void rewind(String stage) throws Exception {
        String topic = settings.catalogue().name(READERS.get(stage));
        try (var admin = Admin.create(settings.admin())) {
            // Kafka Streams stays a member for a session's length after its end.
            await().until(() -> isEmpty(admin, settings.groupId(stage)));
            var description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            var beginnings = new HashMap<TopicPartition, OffsetAndMetadata>();
            description
                    .partitions()
                    .forEach(partition ->
                            beginnings.put(new TopicPartition(topic, partition.partition()), new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(settings.groupId(stage), beginnings)
                    .all()
                    .get();
        }
    }

    private static boolean isEmpty(Admin admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members()
                .isEmpty();
    }

    /** Forgets the ensemble's state, as {@code kafka-streams-application-reset} and deleting its folder do. */
    void forgetEnsemble(Path stateFolder) throws Exception {
        String application = settings.groupId("ensemble");
        try (var admin = Admin.create(settings.admin())) {
            var internal = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(application + "-"))
                    .toList();
            admin.deleteTopics(internal).all().get();
        }
        delete(stateFolder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
