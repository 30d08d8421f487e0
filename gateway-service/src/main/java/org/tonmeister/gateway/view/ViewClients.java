package org.tonmeister.gateway.view;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients that Kafka Streams would make itself, but that uploads are read without their files. */
final class ViewClients implements KafkaClientSupplier {
    private final String uploads;

    /** @param uploads full name of the topic */
    ViewClients(String uploads) {
        this.uploads = uploads;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config, new UploadValues(uploads));
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config, new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config, new ByteArrayDeserializer());
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config, Deserializer<byte[]> values) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), values);
    }
}
