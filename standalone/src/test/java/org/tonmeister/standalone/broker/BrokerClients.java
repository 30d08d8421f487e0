package org.tonmeister.standalone.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;

/** What a test does with a broker: makes the topics, writes, reads. */
final class BrokerClients {
    static final TopicCatalogue CATALOGUE = new TopicCatalogue("tonmeister", 2, (short) 1);

    private BrokerClients() {}

    static Admin admin(String bootstrap) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    static void createTopics(String bootstrap) {
        try (var admin = admin(bootstrap)) {
            CATALOGUE.create(admin);
        }
    }

    static void setRetention(String bootstrap, Topic topic, Duration retention) throws Exception {
        var entry = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        try (var admin = admin(bootstrap)) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, CATALOGUE.name(topic)),
                            List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    static void write(String bootstrap, Topic topic, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        topic.maxRecordBytes(),
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        2L * topic.maxRecordBytes()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(CATALOGUE.name(topic), 0, key(), value))
                    .get();
        }
    }

    /** The value of the first record of partition 0. */
    static byte[] readFirst(String bootstrap, Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(CATALOGUE.name(topic), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return Awaitility.await()
                    .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }

    private static byte[] key() {
        return "track".getBytes(StandardCharsets.UTF_8);
    }
}
