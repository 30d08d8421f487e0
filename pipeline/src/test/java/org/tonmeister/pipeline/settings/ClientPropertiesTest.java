package org.tonmeister.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.Topic;

class ClientPropertiesTest {
    private static final PipelineSettings SETTINGS = PipelineSettings.fromEnvironment(Map.of(
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_FETCH_MAX_WAIT_MS", "100",
            "KAFKA_CONSUMER_FETCH_MAX_WAIT_MS", "200",
            "KAFKA_LINGER_MS", "3",
            "TONMEISTER_THREADS", "2"));

    @Test
    void consumer_readsCommittedRecordsFromTheBeginning_andNeverCommitsByItself() {
        assertThat(values(new ConsumerConfig(SETTINGS.consumer("group"))))
                .containsEntry("group.id", "group")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("allow.auto.create.topics", false)
                .containsEntry("session.timeout.ms", 15_000);
    }

    @Test
    void seekingConsumer_hasNoGroup_andFailsWhereAnOffsetIsGone() {
        assertThat(values(new ConsumerConfig(SETTINGS.seekingConsumer())))
                .containsEntry("group.id", null)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "none");
    }

    @Test
    void transactionalProducer_waitsForAllCopies_andGivesUpBeforeItsTransactionDoes() {
        var config = new ProducerConfig(SETTINGS.transactionalProducer("id"));

        assertThat(values(config))
                .containsEntry("transactional.id", "id")
                .containsEntry("acks", "-1")
                .containsEntry("enable.idempotence", true)
                .containsEntry("compression.type", "none")
                .containsEntry("transaction.timeout.ms", 30_000);
        assertThat(config.getInt("delivery.timeout.ms")).isLessThan(30_000);
    }

    @Test
    void producers_takeTheLargestRecordOfTheCatalogue() {
        int largest = Arrays.stream(Topic.values())
                .mapToInt(Topic::maxRecordBytes)
                .max()
                .orElseThrow();
        var config = new ProducerConfig(SETTINGS.producer());

        assertThat(config.getInt("max.request.size")).isGreaterThanOrEqualTo(largest);
        assertThat(config.getLong("buffer.memory")).isGreaterThan(largest);
    }

    @Test
    void usersSettings_reachEveryClient_andOneKindsStandAboveThoseForAll() {
        assertThat(SETTINGS.consumer("group"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("fetch.max.wait.ms", "200")
                .doesNotContainKey("consumer.fetch.max.wait.ms");
        assertThat(SETTINGS.producer())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "3");
        assertThat(SETTINGS.admin())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void streams_runExactlyOnce() {
        assertThat(SETTINGS.streams("app"))
                .containsEntry("application.id", "app")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("num.stream.threads", 2)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("consumer.fetch.max.wait.ms", "200");
    }

    private static Map<String, Object> values(AbstractConfig config) {
        return new HashMap<>(config.values());
    }
}
