package org.tonmeister.pipeline.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.tonmeister.schemas.TopicCatalogue;

/** Builds {@link PipelineSettings} in code; begins with the defaults. */
public final class PipelineSettingsBuilder {
    private final Map<String, String> kafka = new HashMap<>();
    private String topicPrefix = TopicCatalogue.DEFAULT_PREFIX;
    private int partitions = PipelineVariables.DEFAULT_PARTITIONS;
    private int replicationFactor = 1;
    private int threads = 1;
    private String instance = PipelineVariables.randomInstance();
    private Optional<ManagementAddress> management =
            Optional.of(new ManagementAddress(ManagementAddress.DEFAULT_HOST, ManagementAddress.DEFAULT_PORT));
    private Path temp = PipelineVariables.defaultTemp();
    private Optional<String> groupPrefix = Optional.empty();

    PipelineSettingsBuilder() {}

    PipelineSettingsBuilder(PipelineSettings from) {
        kafka.putAll(from.kafka());
        topicPrefix = from.topicPrefix();
        partitions = from.partitions();
        replicationFactor = from.replicationFactor();
        threads = from.threads();
        instance = from.instance();
        management = from.management();
        temp = from.temp();
        groupPrefix = Optional.of(from.groupPrefix());
    }

    /** {@code host:port,…}. */
    public PipelineSettingsBuilder bootstrapServers(String value) {
        return kafka(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, value);
    }

    /** One setting of all Kafka clients. */
    public PipelineSettingsBuilder kafka(String key, String value) {
        kafka.put(key, value);
        return this;
    }

    /** First part of the topics' names, and of the groups' ids unless they have their own. */
    public PipelineSettingsBuilder topicPrefix(String value) {
        topicPrefix = value;
        return this;
    }

    /** Partitions of topics to be created. */
    public PipelineSettingsBuilder partitions(int value) {
        partitions = value;
        return this;
    }

    /** Replication factor of topics to be created. */
    public PipelineSettingsBuilder replicationFactor(int value) {
        replicationFactor = value;
        return this;
    }

    /** Worker threads. */
    public PipelineSettingsBuilder threads(int value) {
        threads = value;
        return this;
    }

    /** Part of the transactional ids. */
    public PipelineSettingsBuilder instance(String value) {
        instance = value;
        return this;
    }

    /** Where the management server listens; port 0: any. */
    public PipelineSettingsBuilder management(String host, int port) {
        management = Optional.of(new ManagementAddress(host, port));
        return this;
    }

    /** No management server. */
    public PipelineSettingsBuilder withoutManagement() {
        management = Optional.empty();
        return this;
    }

    /** Folder for spool files. */
    public PipelineSettingsBuilder temp(Path value) {
        temp = value;
        return this;
    }

    /** First part of the consumer groups' ids. */
    public PipelineSettingsBuilder groupPrefix(String value) {
        groupPrefix = Optional.of(value);
        return this;
    }

    /**
     * The settings.
     *
     * @throws InvalidSettingException if a value cannot be used
     */
    public PipelineSettings build() {
        return new PipelineSettings(
                topicPrefix,
                partitions,
                replicationFactor,
                threads,
                instance,
                management,
                temp,
                groupPrefix.orElse(topicPrefix),
                kafka);
    }
}
