package org.tonmeister.pipeline.management;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** Finds topics that take smaller records than the services write: made by hand, or changed since. */
final class TopicCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private TopicCheck() {}

    /**
     * One line for each topic that is too small, with what to do.
     *
     * @throws KafkaException if the broker cannot be reached
     */
    static List<String> tooSmall(Admin admin, TopicCatalogue catalogue) {
        Map<ConfigResource, Config> configs = configs(admin, catalogue);
        var lines = new ArrayList<String>();
        for (Topic topic : Topic.values()) {
            Config config = configs.get(resource(catalogue, topic));
            if (config != null) {
                long taken = Long.parseLong(
                        config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
                if (taken < topic.maxRecordBytes()) {
                    lines.add(line(catalogue.name(topic), taken, topic.maxRecordBytes()));
                }
            }
        }
        return lines;
    }

    private static Map<ConfigResource, Config> configs(Admin admin, TopicCatalogue catalogue) {
        var resources = Arrays.stream(Topic.values())
                .map(topic -> resource(catalogue, topic))
                .toList();
        try {
            return admin.describeConfigs(resources).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.atDebug().log("The topics' settings may not be read, and so are not checked");
                return Map.of();
            }
            throw new KafkaException(
                    "Cannot read the topics' settings: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static ConfigResource resource(TopicCatalogue catalogue, Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, catalogue.name(topic));
    }

    private static String line(String name, long taken, int needed) {
        return "Topic " + name + " takes records of " + taken + " bytes, and " + needed + " may be written: larger ones"
                + " become dead letters. To mend it: kafka-configs.sh --alter --entity-type topics --entity-name "
                + name
                + " --add-config " + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + "=" + needed;
    }
}
