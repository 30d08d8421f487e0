package org.tonmeister.predict.ensemble;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.MixRequest;
import org.tonmeister.schemas.record.Prediction;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.UploadAccount;

/** The ensemble's topology without a broker, with the properties it runs with. */
final class EnsembleDriver implements AutoCloseable {
    static final TopicCatalogue CATALOGUE = new TopicCatalogue("test", 1, (short) 1);
    /** How far an ordered parameter may be from what the models say: half a step. */
    static final double STEP = 0.0005 + 1e-12;

    static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> predictions;
    private final TestInputTopic<byte[], byte[]> requests;
    private final TestOutputTopic<String, MixOrder> orders;
    private final TestOutputTopic<String, Progress> progress;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    EnsembleDriver(EnsembleSettings settings, Path stateFolder) {
        this(settings, stateFolder, StreamsConfig.EXACTLY_ONCE_V2);
    }

    /**
     * With another guarantee than exactly_once_v2, for one case: the test driver loses what Kafka Streams sends in an open
     * transaction between two records, as it does with the dead letter of a record that it cannot decode.
     */
    EnsembleDriver(EnsembleSettings settings, Path stateFolder, String guarantee) {
        var pipeline = PipelineSettings.builder()
                .topicPrefix(CATALOGUE.prefix())
                .temp(stateFolder)
                .build();
        Properties properties = EnsembleComponent.properties(pipeline, settings);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        driver = new TopologyTestDriver(
                EnsembleTopology.of(settings), properties, Instant.parse("2026-01-01T00:00:00Z"));
        predictions = input(Topic.PREDICTIONS);
        requests = input(Topic.MIX_REQUESTS);
        orders = driver.createOutputTopic(
                CATALOGUE.name(Topic.MIX_ORDERS), new StringDeserializer(), AvroSerde.of(MixOrder.class));
        progress = driver.createOutputTopic(
                CATALOGUE.name(Topic.PROGRESS), new StringDeserializer(), AvroSerde.of(Progress.class));
        deadLetters = driver.createOutputTopic(
                CATALOGUE.name(Topic.DEAD_LETTERS), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static EnsembleSettings settings(String... models) {
        return new EnsembleSettings(
                List.of(models), EnsembleWeights.equal(), Optional.empty(), Duration.ofDays(7), CATALOGUE);
    }

    static EnsembleSettings deadline(Duration deadline, String... models) {
        return new EnsembleSettings(
                List.of(models), EnsembleWeights.equal(), Optional.of(deadline), Duration.ofDays(7), CATALOGUE);
    }

    void predict(List<Prediction> records) {
        records.forEach(this::predict);
    }

    void predict(Prediction prediction) {
        predictions.pipeInput(
                traced(prediction.getTrackId(), AvroSerde.of(Prediction.class).encode(prediction)));
    }

    void rawPrediction(String key, byte[] value) {
        predictions.pipeInput(traced(key, value));
    }

    void request(String trackId, String uploadId, MixOptions options) {
        var request = new MixRequest("request-1", uploadId, options);
        requests.pipeInput(traced(trackId, AvroSerde.of(MixRequest.class).encode(request)));
    }

    void rawRequest(String key, byte[] value) {
        requests.pipeInput(traced(key, value));
    }

    /** As ingest tells that a track was deleted. */
    void delete(String trackId, String upToUploadId) {
        var record = traced(trackId, null);
        record.headers().add("deleted-up-to", upToUploadId.getBytes(StandardCharsets.UTF_8));
        requests.pipeInput(record);
    }

    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Orders since the last call. */
    List<MixOrder> orders() {
        return orders.readValuesToList();
    }

    List<TestRecord<String, MixOrder>> orderRecords() {
        return orders.readRecordsToList();
    }

    /** Progress since the last call. */
    List<Progress> progress() {
        return progress.readValuesToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    KeyValueStore<String, UploadAccount> accounts() {
        return driver.getKeyValueStore(UploadStore.ACCOUNTS);
    }

    KeyValueStore<String, String> latest() {
        return driver.getKeyValueStore(UploadStore.LATEST);
    }

    @Override
    public void close() {
        driver.close();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(CATALOGUE.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static TestRecord<byte[], byte[]> traced(String key, byte[] value) {
        var headers = new RecordHeaders().add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));
        byte[] keyBytes = key == null ? null : new StringSerializer().serialize("", key);
        return new TestRecord<>(keyBytes, value, headers);
    }
}
