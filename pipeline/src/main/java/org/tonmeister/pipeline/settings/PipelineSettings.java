package org.tonmeister.pipeline.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.tonmeister.schemas.TopicCatalogue;

/**
 * What every service needs to know. Immutable.
 *
 * @param topicPrefix first part of the topics' names
 * @param partitions of every topic, where topics are created
 * @param replicationFactor copies of every partition, where topics are created
 * @param threads worker threads of the service; each is a member of the consumer group
 * @param instance part of the transactional ids; a name that stays the same over restarts lets a restarted service end
 *     its predecessor's open transaction at once, a name used twice at a time makes the two fence each other
 * @param management where probes and metrics are served; empty: nowhere
 * @param temp folder for spool files and local state
 * @param groupPrefix first part of the consumer groups' ids: another one gives a second pipeline beside the first
 * @param kafka settings for all Kafka clients
 */
public record PipelineSettings(
        String topicPrefix,
        int partitions,
        int replicationFactor,
        int threads,
        String instance,
        Optional<ManagementAddress> management,
        Path temp,
        String groupPrefix,
        Map<String, String> kafka) {

    /** Checks and copies. */
    public PipelineSettings {
        PipelineVariables.check(topicPrefix, partitions, replicationFactor, threads, instance, groupPrefix);
        var all = new TreeMap<String, String>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, PipelineVariables.DEFAULT_BOOTSTRAP_SERVERS);
        all.putAll(kafka);
        all.forEach((key, value) -> KafkaEnvironment.check(KafkaEnvironment.variableOf(key), key, value));
        kafka = Map.copyOf(all);
    }

    /**
     * The settings in {@code environment}, as {@link System#getenv()} gives it; README of the module lists them.
     *
     * @throws InvalidSettingException if a value cannot be used
     */
    public static PipelineSettings fromEnvironment(Map<String, String> environment) {
        return from(new EnvironmentReader(environment));
    }

    /** As {@link #fromEnvironment}, for a service that reads settings of its own from the same reader. */
    public static PipelineSettings from(EnvironmentReader environment) {
        return PipelineVariables.read(environment);
    }

    /** A builder that holds the defaults. */
    public static PipelineSettingsBuilder builder() {
        return new PipelineSettingsBuilder();
    }

    /** A builder that holds these settings. */
    public PipelineSettingsBuilder toBuilder() {
        return new PipelineSettingsBuilder(this);
    }

    /** The brokers to begin with, {@code host:port,…}. */
    public String bootstrapServers() {
        return kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** The topics under the prefix. */
    public TopicCatalogue catalogue() {
        return new TopicCatalogue(topicPrefix, partitions, (short) replicationFactor);
    }

    /** The consumer group of a stage: {@code prefix-stage}. */
    public String groupId(String stage) {
        return groupPrefix + "-" + stage;
    }

    /** Properties of a consumer in a group: byte arrays, read_committed, from the beginning, no automatic commits. */
    public Map<String, Object> consumer(String groupId) {
        return ConsumerProperties.ofGroup(this, groupId);
    }

    /** Properties of a consumer that is in no group and fails where an offset is gone: for assign and seek. */
    public Map<String, Object> seekingConsumer() {
        return ConsumerProperties.seeking(this);
    }

    /** Properties of an idempotent producer of byte arrays that waits for all copies. */
    public Map<String, Object> producer() {
        return ProducerProperties.idempotent(this);
    }

    /** Properties of a transactional producer of byte arrays. */
    public Map<String, Object> transactionalProducer(String transactionalId) {
        return ProducerProperties.transactional(this, transactionalId);
    }

    /** Properties of an admin client. */
    public Map<String, Object> admin() {
        return ClientKind.ADMIN.select(kafka);
    }

    /** Properties of a Kafka Streams application with exactly_once_v2; serdes are left to its topology. */
    public Map<String, Object> streams(String applicationId) {
        return StreamsProperties.of(this, applicationId);
    }

    /** What is in force, one {@code NAME=value} a line, without secrets. */
    public String describe() {
        var lines = new TreeMap<>(PipelineVariables.describe(this));
        kafka.forEach((key, value) -> lines.put(KafkaEnvironment.variableOf(key), value));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + Secrets.hide(line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** As {@link #describe()}, on one line: a record's own would show the secrets. */
    @Override
    public String toString() {
        return "PipelineSettings[" + describe().replace("\n", ", ") + "]";
    }
}
