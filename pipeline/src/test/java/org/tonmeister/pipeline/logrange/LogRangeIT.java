package org.tonmeister.pipeline.logrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.LogRange;

@ExtendWith(SharedBroker.class)
class LogRangeIT {
    private static final String KEY = RangeBench.KEY;

    private RangeBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = RangeBench.open(broker);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 524_288, 524_289, 30_000_000})
    void readsBackWhatWasWritten(int length) throws IOException {
        // Given
        byte[] bytes = RangeBench.bytes(length);
        var acknowledged = new ArrayList<Long>();

        // When
        LogRange range =
                bench.writer().write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes), acknowledged::add);

        // Then
        assertThat(bench.read(range)).isEqualTo(bytes);
        assertThat(range.getBytes()).isEqualTo(length);
        assertThat(range.getRecords()).isEqualTo((length + 524_287) / 524_288);
        assertThat(acknowledged).isSorted().endsWith((long) length).hasSize(range.getRecords());
    }

    @Test
    void emptyInput_isRefused() {
        assertThatThrownBy(() -> bench.writer()
                        .write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(new byte[0]), ignored -> {}))
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
                Future<RecordMetadata> first = append(producer, one, oneBytes, RangeBench.bytes(1_000 + i));
                Future<RecordMetadata> second = append(producer, two, twoBytes, RangeBench.bytes(3_000 - i));
                producer.commitTransaction();
                one.placed(List.of(first.get()));
                two.placed(List.of(second.get()));
                producer.beginTransaction();
                send(producer, one, RangeBench.bytes(17)).get();
                send(producer, two, RangeBench.bytes(18)).get();
                producer.abortTransaction();
            }
        }

        // When, Then
        assertThat(bench.read(one.build())).isEqualTo(oneBytes.toByteArray());
        assertThat(bench.read(two.build())).isEqualTo(twoBytes.toByteArray());
        assertThat(bench.pipeline().written(Topic.MIX_CHUNKS))
                .as("guard: aborted records are there")
                .hasSize(160);
        assertThat(two.build().getLastOffset() - two.build().getFirstOffset())
                .as("guard: others lie between")
                .isGreaterThan(160);
    }

    @Test
    void openTransactionBeforeTheRange_isWaitedFor() throws Exception {
        // Given
        byte[] bytes = RangeBench.bytes(100_000);
        try (var producer = transactional()) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                            bench.pipeline().name(Topic.UPLOAD_CHUNKS),
                            KEY.getBytes(StandardCharsets.UTF_8),
                            new byte[1]))
                    .get();
            LogRange range =
                    bench.writer().write(Topic.UPLOAD_CHUNKS, KEY, new ByteArrayInputStream(bytes), ignored -> {});
            assertThat(bench.pipeline().committed(Topic.UPLOAD_CHUNKS))
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
            inputs.add(RangeBench.bytes(10_000 + i));
            ranges.add(bench.writer()
                    .write(Topic.UPLOAD_CHUNKS, KEY + i, new ByteArrayInputStream(inputs.get(i)), ignored -> {}));
        }

        // When, Then
        for (int i = ranges.size() - 1; i >= 0; i--) {
            assertThat(bench.read(ranges.get(i))).isEqualTo(inputs.get(i));
        }
    }

    @Test
    void sinkThatThrows_endsTheReading_andTheReaderStaysUsable() throws IOException {
        LogRange range = bench.write(2_000_000);

        assertThatThrownBy(() -> bench.reader().read(range, value -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(bench.read(range)).hasSize(2_000_000);
    }

    private byte[] readUnchecked(LogRange range) {
        try {
            return bench.read(range);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        var producer = new KafkaProducer<byte[], byte[]>(bench.pipeline()
                .settings()
                .transactionalProducer(bench.pipeline().settings().topicPrefix()));
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
                bench.pipeline().name(Topic.MIX_CHUNKS),
                null,
                KEY.getBytes(StandardCharsets.UTF_8),
                payload,
                List.of(range.header())));
    }
}
