package org.tonmeister.pipeline.logrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

@ExtendWith(SharedBroker.class)
class LogRangeIT {
    private static final String KEY = "track";

    private TestPipeline pipeline;
    private LogRangeWriter writer;
    private LogRangeReader reader;

    @BeforeEach
    void open(TestBroker broker) {
        pipeline = new TestPipeline(broker);
        writer = LogRangeWriter.open(pipeline.settings());
        reader = LogRangeReader.open(pipeline.settings());
    }

    @AfterEach
    void close() {
        reader.close();
        writer.close();
        pipeline.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 524_288, 524_289, 30_000_000})
    void readsBackWhatWasWritten(int length) throws IOException {
        // Given
        byte[] bytes = bytes(length);
        var acknowledged = new ArrayList<Long>();

        // When
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes), acknowledged::add);

        // Then
        assertThat(read(range)).isEqualTo(bytes);
        assertThat(range.getBytes()).isEqualTo(length);
        assertThat(range.getRecords()).isEqualTo((length + 524_287) / 524_288);
        assertThat(acknowledged).isSorted().endsWith((long) length).hasSize(range.getRecords());
    }

    @Test
    void emptyInput_isRefused() {
        assertThatThrownBy(() ->
                        writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(new byte[0]), ignored -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void rangesBetweenOneAnotherAndAbortedRecords_readApart() throws Exception {
        // Given two ranges, record by record in turn, with aborted records under their ids and markers in between
        var one = new LogRangeBuilder("one");
        var two = new LogRangeBuilder("two");
        var oneBytes = new ByteArrayOutputStream();
        var twoBytes = new ByteArrayOutputStream();
        try (var producer = transactional()) {
            for (int i = 0; i < 40; i++) {
                producer.beginTransaction();
                Future<RecordMetadata> first = append(producer, one, oneBytes, bytes(1_000 + i));
                Future<RecordMetadata> second = append(producer, two, twoBytes, bytes(3_000 - i));
                producer.commitTransaction();
                one.placed(List.of(first.get()));
                two.placed(List.of(second.get()));
                producer.beginTransaction();
                send(producer, one, bytes(17)).get();
                send(producer, two, bytes(18)).get();
                producer.abortTransaction();
            }
        }

        // When, Then
        assertThat(read(one.build())).isEqualTo(oneBytes.toByteArray());
        assertThat(read(two.build())).isEqualTo(twoBytes.toByteArray());
        assertThat(pipeline.written(Topic.MIX_CHUNKS))
                .as("guard: aborted records are there")
                .hasSize(160);
        assertThat(two.build().getLastOffset() - two.build().getFirstOffset())
                .as("guard: others lie between")
                .isGreaterThan(160);
    }

    @Test
    void openTransactionBeforeTheRange_isWaitedFor() throws Exception {
        // Given
        byte[] bytes = bytes(100_000);
        try (var producer = transactional()) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                            pipeline.name(Topic.UPLOAD_CHUNKS), KEY.getBytes(StandardCharsets.UTF_8), new byte[1]))
                    .get();
            LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes), ignored -> {});
            assertThat(pipeline.committed(Topic.UPLOAD_CHUNKS))
                    .as("guard: the transaction hides the range")
                    .isEmpty();
            var begun = new CountDownLatch(1);

            // When
            var reading = CompletableFuture.supplyAsync(() -> {
                begun.countDown();
                return readUnchecked(range);
            });
            begun.await();
            producer.commitTransaction();

            // Then
            assertThat(reading.get(20, TimeUnit.SECONDS)).isEqualTo(bytes);
        }
    }

    @Test
    void oneReaderReadsManyRanges_inAnyOrder() throws IOException {
        // Given
        var inputs = new ArrayList<byte[]>();
        var ranges = new ArrayList<LogRange>();
        for (int i = 0; i < 30; i++) {
            inputs.add(bytes(10_000 + i));
            ranges.add(
                    writer.write(Topic.UPLOAD_CHUNKS, KEY + i, new ByteArrayInputStream(inputs.get(i)), ignored -> {}));
        }

        // When, Then
        for (int i = ranges.size() - 1; i >= 0; i--) {
            assertThat(read(ranges.get(i))).isEqualTo(inputs.get(i));
        }
    }

    @Test
    void expiredRecords_areMissing() throws Exception {
        // Given
        LogRange range =
                writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(2_000_000)), ignored -> {});
        assertThat(read(range)).as("guard: it was whole").hasSize(2_000_000);

        // When
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        pipeline.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(range.getFirstOffset() + 1)))
                .all()
                .get();

        // Then
        assertThatThrownBy(() -> read(range))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("expired or was deleted");
    }

    @Test
    void offsetsBehindTheLogsEnd_areMissing() throws IOException {
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(10)), ignored -> {});
        LogRange beyond = LogRange.newBuilder(range)
                .setLastOffset(range.getLastOffset() + 1)
                .build();

        assertThatThrownBy(() -> read(beyond))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("the log ends before");
    }

    @Test
    void otherRangeId_isMissing() throws IOException {
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(10)), ignored -> {});
        LogRange other = LogRange.newBuilder(range).setRangeId("other").build();

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("only 0 of 1 records with 0 of 10 bytes are left");
    }

    @Test
    void otherSha256_isNotWhatWasWritten() throws IOException {
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(10)), ignored -> {});
        LogRange other = LogRange.newBuilder(range)
                .setSha256(ByteBuffer.wrap(new byte[32]))
                .build();

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("its SHA-256 differs");
    }

    @Test
    void moreThanWritten_isNotWhatWasWritten() throws IOException {
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(10)), ignored -> {});
        LogRange other = LogRange.newBuilder(range).setBytes(9).build();

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("more was found");
    }

    @Test
    void partitionOrTopicThatIsNotThere_isMissing() throws IOException {
        LogRange range = writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(10)), ignored -> {});
        LogRange otherPartition = LogRange.newBuilder(range).setPartition(7).build();
        LogRange otherTopic =
                LogRange.newBuilder(range).setTopic("no-such-topic").build();

        assertThatThrownBy(() -> read(otherPartition)).hasMessageContaining("there is no such partition");
        assertThatThrownBy(() -> read(otherTopic)).hasMessageContaining("there is no such partition");
    }

    @Test
    void sinkThatThrows_endsTheReading_andTheReaderStaysUsable() throws IOException {
        LogRange range =
                writer.write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes(2_000_000)), ignored -> {});

        assertThatThrownBy(() -> reader.read(range, value -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(read(range)).hasSize(2_000_000);
    }

    private byte[] read(LogRange range) throws IOException {
        var out = new ByteArrayOutputStream();
        reader.copyTo(range, out);
        return out.toByteArray();
    }

    private byte[] readUnchecked(LogRange range) {
        try {
            return read(range);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        var producer = new KafkaProducer<byte[], byte[]>(
                pipeline.settings().transactionalProducer(pipeline.settings().topicPrefix()));
        producer.initTransactions();
        return producer;
    }

    private Future<RecordMetadata> append(
            KafkaProducer<byte[], byte[]> producer, LogRangeBuilder range, ByteArrayOutputStream all, byte[] payload) {
        range.append(ByteBuffer.wrap(payload));
        all.writeBytes(payload);
        return send(producer, range, payload);
    }

    private Future<RecordMetadata> send(KafkaProducer<byte[], byte[]> producer, LogRangeBuilder range, byte[] payload) {
        return producer.send(new ProducerRecord<>(
                pipeline.name(Topic.MIX_CHUNKS),
                null,
                KEY.getBytes(StandardCharsets.UTF_8),
                payload,
                List.of(range.header())));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
