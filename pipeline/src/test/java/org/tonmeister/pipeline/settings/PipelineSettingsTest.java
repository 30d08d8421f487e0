package org.tonmeister.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonmeister.schemas.Topic;

class PipelineSettingsTest {
    @Test
    void nothingSet_isTheDefaults() {
        var settings = PipelineSettings.fromEnvironment(Map.of());

        assertThat(settings.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(settings.topicPrefix()).isEqualTo("tonmeister");
        assertThat(settings.partitions()).isEqualTo(6);
        assertThat(settings.replicationFactor()).isEqualTo(1);
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.instance()).matches("[0-9a-f]{8}");
        assertThat(settings.management()).contains(new ManagementAddress("0.0.0.0", 9400));
        assertThat(settings.temp()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "tonmeister"));
        assertThat(settings.groupPrefix()).isEqualTo("tonmeister");
        assertThat(settings.kafka()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
    }

    @Test
    void theBuildersDefaults_areThoseOfTheEnvironment() {
        var built = PipelineSettings.builder().instance("same").build();

        assertThat(built).isEqualTo(PipelineSettings.fromEnvironment(Map.of("TONMEISTER_INSTANCE", "same")));
    }

    @Test
    void everyVariable_isRead() {
        var settings = PipelineSettings.fromEnvironment(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "one:1,two:2",
                "TONMEISTER_TOPIC_PREFIX", "studio.b",
                "TONMEISTER_PARTITIONS", "12",
                "TONMEISTER_REPLICATION", "3",
                "TONMEISTER_THREADS", "4",
                "TONMEISTER_INSTANCE", "pod-7",
                "TONMEISTER_MANAGEMENT_HOST", "127.0.0.1",
                "TONMEISTER_MANAGEMENT_PORT", "0",
                "TONMEISTER_TEMP", "/var/spool/tm",
                "TONMEISTER_GROUP_PREFIX", "blue"));

        assertThat(settings)
                .isEqualTo(new PipelineSettings(
                        "studio.b",
                        12,
                        3,
                        4,
                        "pod-7",
                        Optional.of(new ManagementAddress("127.0.0.1", 0)),
                        Path.of("/var/spool/tm"),
                        "blue",
                        Map.of("bootstrap.servers", "one:1,two:2")));
        assertThat(settings.groupId("ingest")).isEqualTo("blue-ingest");
        assertThat(settings.catalogue().name(Topic.UPLOADS)).isEqualTo("studio.b.uploads");
        assertThat(settings.catalogue().partitions()).isEqualTo(12);
        assertThat(settings.catalogue().replicationFactor()).isEqualTo((short) 3);
    }

    @Test
    void groupPrefix_isTheTopicPrefixUnlessSet() {
        var settings = PipelineSettings.fromEnvironment(Map.of("TONMEISTER_TOPIC_PREFIX", "studio"));

        assertThat(settings.groupPrefix()).isEqualTo("studio");
    }

    @Test
    void managementOff_isNone() {
        assertThat(PipelineSettings.fromEnvironment(Map.of("TONMEISTER_MANAGEMENT_PORT", "off"))
                        .management())
                .isEmpty();
    }

    @Test
    void blankVariables_countAsNotSet() {
        var settings = PipelineSettings.fromEnvironment(Map.of("TONMEISTER_PARTITIONS", " ", "KAFKA_CLIENT_ID", ""));

        assertThat(settings.partitions()).isEqualTo(6);
        assertThat(settings.kafka()).doesNotContainKey("client.id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TONMEISTER_TOPIC_PREFIX|Studio|must be 1 to 100 lower-case letters, digits, dots or hyphens",
                "TONMEISTER_PARTITIONS|many|must be a whole number from 1 to 10000",
                "TONMEISTER_PARTITIONS|0|must be a whole number from 1 to 10000",
                "TONMEISTER_REPLICATION|101|must be a whole number from 1 to 100",
                "TONMEISTER_THREADS|65|must be a whole number from 1 to 64",
                "TONMEISTER_INSTANCE|a b|must be 1 to 100 letters, digits, dots, hyphens or underscores",
                "TONMEISTER_MANAGEMENT_PORT|70000|must be a port from 0 (any free one) to 65535, or off",
                "TONMEISTER_MANAGEMENT_PORT|no|must be a port from 0 (any free one) to 65535, or off",
                "TONMEISTER_GROUP_PREFIX|ä|must be 1 to 100 letters, digits, dots, hyphens or underscores",
                "KAFKA_FETCH_MAX_BYTES|much|must be of type int, [0,...]",
                "KAFKA_SECURITY_PROTOCOL|TLS|must be of type string, (case insensitive) [SASL_SSL, PLAINTEXT, SSL,"
                        + " SASL_PLAINTEXT]",
                "KAFKA_GROUP_ID|mine|cannot be set: exactly-once work depends on it",
                "KAFKA_PRODUCER_ACKS|1|cannot be set: exactly-once work depends on it",
                "KAFKA_ISOLATION_LEVEL|read_uncommitted|cannot be set: exactly-once work depends on it",
            })
    void badValue_isOneClearLine(String variable, String value, String allowed) {
        assertThatThrownBy(() -> PipelineSettings.fromEnvironment(Map.of(variable, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(variable + " is '" + value + "': " + allowed);
    }

    @Test
    void theBuilder_refusesWhatTheEnvironmentRefuses() {
        var builder = PipelineSettings.builder().threads(0);

        assertThatThrownBy(builder::build).hasMessage("TONMEISTER_THREADS is '0': must be a whole number from 1 to 64");
    }

    @Test
    void secrets_areNotPrinted() {
        var settings = PipelineSettings.fromEnvironment(Map.of(
                "KAFKA_SASL_JAAS_CONFIG", "org.x.Login required username=\"u\" password=\"hunter2\";",
                "KAFKA_SSL_KEYSTORE_PASSWORD", "hunter2",
                "KAFKA_SSL_KEYSTORE_KEY", "hunter2",
                "KAFKA_SASL_MECHANISM", "PLAIN"));

        assertThat(settings.describe())
                .contains("KAFKA_SASL_MECHANISM=PLAIN", "KAFKA_SSL_KEYSTORE_PASSWORD=[hidden]", "TONMEISTER_THREADS=1")
                .doesNotContain("hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2").contains("SASL");
    }

    @Test
    void secretInABadValue_isNotPrinted() {
        assertThatThrownBy(() -> PipelineSettings.fromEnvironment(Map.of("KAFKA_KEY_SERIALIZER", "hunter2")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void variablesOfKafkasScripts_areNotClientSettings() {
        var settings =
                PipelineSettings.fromEnvironment(Map.of("KAFKA_HEAP_OPTS", "-Xmx1g", "KAFKA_LOG4J_OPTS", "-Dx=y"));

        assertThat(settings.kafka()).containsOnlyKeys("bootstrap.servers");
    }
}
