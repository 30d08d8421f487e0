package org.tonmeister.pipeline.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tonmeister.schemas.TopicCatalogue;

/** The variables of {@link PipelineSettings}: names, defaults, limits. */
final class PipelineVariables {
    static final String TOPIC_PREFIX = "TONMEISTER_TOPIC_PREFIX";
    static final String PARTITIONS = "TONMEISTER_PARTITIONS";
    static final String REPLICATION = "TONMEISTER_REPLICATION";
    static final String THREADS = "TONMEISTER_THREADS";
    static final String INSTANCE = "TONMEISTER_INSTANCE";
    static final String MANAGEMENT_HOST = "TONMEISTER_MANAGEMENT_HOST";
    static final String MANAGEMENT_PORT = "TONMEISTER_MANAGEMENT_PORT";
    static final String TEMP = "TONMEISTER_TEMP";
    static final String GROUP_PREFIX = "TONMEISTER_GROUP_PREFIX";

    static final String DEFAULT_BOOTSTRAP_SERVERS = "localhost:9092";
    static final int DEFAULT_PARTITIONS = 6;
    private static final String OFF = "off";
    private static final int MAX_PARTITIONS = 10_000;
    private static final int MAX_REPLICATION = 100;
    private static final int MAX_THREADS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String NAME_ALLOWED = "must be 1 to 100 letters, digits, dots, hyphens or underscores";
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final String PREFIX_ALLOWED = "must be 1 to 100 lower-case letters, digits, dots or hyphens";

    private static final Pattern PORT_OR_OFF = Pattern.compile("off|\\d{1,5}");
    private static final String PORT_ALLOWED = "must be a port from 0 (any free one) to 65535, or off";

    private PipelineVariables() {}

    static PipelineSettings read(EnvironmentReader environment) {
        String topicPrefix = environment.text(TOPIC_PREFIX, TopicCatalogue.DEFAULT_PREFIX, PREFIX, PREFIX_ALLOWED);
        return new PipelineSettings(
                topicPrefix,
                environment.integer(PARTITIONS, DEFAULT_PARTITIONS, 1, MAX_PARTITIONS),
                environment.integer(REPLICATION, 1, 1, MAX_REPLICATION),
                environment.integer(THREADS, 1, 1, MAX_THREADS),
                environment.text(INSTANCE, randomInstance(), NAME, NAME_ALLOWED),
                management(environment),
                environment.path(TEMP, defaultTemp()),
                environment.text(GROUP_PREFIX, topicPrefix, NAME, NAME_ALLOWED),
                KafkaEnvironment.read(environment));
    }

    static Map<String, String> describe(PipelineSettings settings) {
        var management = settings.management();
        return Map.of(
                TOPIC_PREFIX, settings.topicPrefix(),
                PARTITIONS, Integer.toString(settings.partitions()),
                REPLICATION, Integer.toString(settings.replicationFactor()),
                THREADS, Integer.toString(settings.threads()),
                INSTANCE, settings.instance(),
                MANAGEMENT_HOST, management.map(ManagementAddress::host).orElse(ManagementAddress.DEFAULT_HOST),
                MANAGEMENT_PORT,
                        management
                                .map(address -> Integer.toString(address.port()))
                                .orElse(OFF),
                TEMP, settings.temp().toString(),
                GROUP_PREFIX, settings.groupPrefix());
    }

    static void check(String topicPrefix, int partitions, int replication, int threads, String instance, String group) {
        word(TOPIC_PREFIX, topicPrefix, PREFIX, PREFIX_ALLOWED);
        number(PARTITIONS, partitions, MAX_PARTITIONS);
        number(REPLICATION, replication, MAX_REPLICATION);
        number(THREADS, threads, MAX_THREADS);
        word(INSTANCE, instance, NAME, NAME_ALLOWED);
        word(GROUP_PREFIX, group, NAME, NAME_ALLOWED);
    }

    static String randomInstance() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static Path defaultTemp() {
        return Path.of(System.getProperty("java.io.tmpdir"), "tonmeister");
    }

    private static Optional<ManagementAddress> management(EnvironmentReader environment) {
        String host = environment.text(MANAGEMENT_HOST, ManagementAddress.DEFAULT_HOST);
        String port = environment.text(
                MANAGEMENT_PORT, Integer.toString(ManagementAddress.DEFAULT_PORT), PORT_OR_OFF, PORT_ALLOWED);
        if (port.equals(OFF)) {
            return Optional.empty();
        }
        if (Integer.parseInt(port) > ManagementAddress.MAX_PORT) {
            throw new InvalidSettingException(MANAGEMENT_PORT, port, PORT_ALLOWED);
        }
        return Optional.of(new ManagementAddress(host, Integer.parseInt(port)));
    }

    private static void word(String variable, String value, Pattern pattern, String allowed) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidSettingException(variable, value, allowed);
        }
    }

    private static void number(String variable, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidSettingException(
                    variable, Integer.toString(value), "must be a whole number from 1 to " + max);
        }
    }
}
