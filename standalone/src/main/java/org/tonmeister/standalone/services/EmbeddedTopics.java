package org.tonmeister.standalone.services;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/**
 * The topics of the embedded broker. They keep their records for less time than a cluster's: a song of four minutes
 * leaves up to 150 MB behind, and who mixes on their own machine has the files.
 */
final class EmbeddedTopics {
    /** For the decoded sound, by far the most of it; it can be made again from the uploads. */
    static final Duration PCM_RETENTION = Duration.ofHours(6);
    /** For all else: uploads, mixes, and what lies between. */
    static final Duration RETENTION = Duration.ofHours(24);

    private EmbeddedTopics() {}

    /** Creates what is missing; only one process at a time may do so. */
    static void create(Admin admin, TopicCatalogue catalogue) {
        try {
            var present = admin.listTopics().names().get();
            var missing = newTopics(catalogue).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            TopicCatalogue.awaitLeaders(admin, missing);
        } catch (ExecutionException e) {
            throw new KafkaException("Cannot create the topics: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    static List<NewTopic> newTopics(TopicCatalogue catalogue) {
        Map<String, Topic> byName =
                Arrays.stream(Topic.values()).collect(Collectors.toMap(catalogue::name, Function.identity()));
        return catalogue.newTopics().stream()
                .map(topic -> topic.configs(withRetention(topic, byName.get(topic.name()))))
                .toList();
    }

    private static Map<String, String> withRetention(NewTopic settings, Topic topic) {
        var configs = new HashMap<>(settings.configs());
        if (topic.cleanup() == Topic.Cleanup.DELETE) {
            Duration retention = topic == Topic.AUDIO ? PCM_RETENTION : RETENTION;
            configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        return configs;
    }
}
