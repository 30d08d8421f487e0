package org.tonmeister.gateway.view;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** Asks the broker now and then how long the topics keep their records: who runs it may have set it otherwise than we. */
final class RetentionWatch implements Supplier<Retention>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
    private static final long MINUTES = 5;

    private final PipelineSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(RetentionWatch::daemon);
    private volatile Retention retention = Retention.OF_THE_CATALOGUE;

    RetentionWatch(PipelineSettings settings) {
        this.settings = settings;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::ask, 0, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public Retention get() {
        return retention;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void ask() {
        try (Admin admin = Admin.create(settings.admin())) {
            var topics = settings.catalogue();
            var resources = List.of(Topic.UPLOADS, Topic.UPLOAD_CHUNKS, Topic.MIX_CHUNKS, Topic.MIX_ORDERS).stream()
                    .map(topic -> resource(topics, topic))
                    .toList();
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(resources).all().get();
            retention = new Retention(
                    Math.min(of(configs, topics, Topic.UPLOADS), of(configs, topics, Topic.UPLOAD_CHUNKS)),
                    of(configs, topics, Topic.MIX_CHUNKS),
                    of(configs, topics, Topic.MIX_ORDERS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            // May be forbidden to us; then the catalogue's figures hold.
            LOG.atWarn().addKeyValue("error", e.getMessage()).log("The topics' retention is not known");
        }
    }

    private static long of(Map<ConfigResource, Config> configs, TopicCatalogue topics, Topic topic) {
        ConfigEntry entry = configs.get(resource(topics, topic)).get(TopicConfig.RETENTION_MS_CONFIG);
        long retentionMs =
                entry == null || entry.value() == null ? topic.retention().toMillis() : Long.parseLong(entry.value());
        return retentionMs < 0 ? Long.MAX_VALUE : retentionMs;
    }

    private static ConfigResource resource(TopicCatalogue topics, Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topics.name(topic));
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "gateway-retention");
        thread.setDaemon(true);
        return thread;
    }
}
