package org.tonmeister.pipeline.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * {@code KAFKA_FOO_BAR} is the client setting {@code foo.bar}: this is how TLS and SASL come in. A setting may be meant
 * for one kind of client: {@code KAFKA_CONSUMER_FETCH_MAX_WAIT_MS}.
 */
final class KafkaEnvironment {
    static final String PREFIX = "KAFKA_";

    /** Variables of Kafka's own start scripts, not of its clients. */
    private static final Set<String> OF_THE_SCRIPTS = Set.of(
            "KAFKA_HEAP_OPTS",
            "KAFKA_OPTS",
            "KAFKA_LOG4J_OPTS",
            "KAFKA_LOG4J_CMD_OPTS",
            "KAFKA_JVM_PERFORMANCE_OPTS",
            "KAFKA_GC_LOG_OPTS",
            "KAFKA_JMX_OPTS",
            "KAFKA_JMX_PORT",
            "KAFKA_HOME",
            "KAFKA_VERSION");

    /** What the promises rest on. */
    private static final Set<String> FIXED = Set.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            "application.id",
            "processing.guarantee");

    private static final List<ConfigDef> KNOWN =
            List.of(ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef());

    private KafkaEnvironment() {}

    /** The client settings among the variables, checked as far as Kafka knows them. */
    static Map<String, String> read(EnvironmentReader environment) {
        var properties = new TreeMap<String, String>();
        environment.startingWith(PREFIX).forEach((variable, value) -> {
            if (OF_THE_SCRIPTS.contains(variable) || value.isBlank()) {
                return;
            }
            String key = keyOf(variable);
            check(variable, key, value);
            properties.put(key, value);
        });
        return properties;
    }

    static String keyOf(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static String variableOf(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    static void check(String variable, String key, String value) {
        String plain = ClientKind.withoutSection(key);
        if (FIXED.contains(plain)) {
            throw new InvalidSettingException(variable, value, "cannot be set: exactly-once work depends on it");
        }
        for (ConfigDef known : KNOWN) {
            ConfigDef.ConfigKey config = known.configKeys().get(plain);
            if (config == null) {
                continue;
            }
            try {
                Object parsed = ConfigDef.parseType(plain, value, config.type);
                if (config.validator != null) {
                    config.validator.ensureValid(plain, parsed);
                }
            } catch (ConfigException e) {
                throw new InvalidSettingException(variable, value, allowed(config));
            }
        }
    }

    private static String allowed(ConfigDef.ConfigKey config) {
        String type = "must be of type " + config.type.toString().toLowerCase(Locale.ROOT);
        return config.validator == null ? type : type + ", " + config.validator;
    }
}
