package org.tonmeister.operations.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.pipeline.testing.LostTransaction;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class HangingTransactionsIT {
    private TestBroker broker;
    private TestPipeline pipeline;
    private PipelineSettings settings;
    private HangingTransactions transactions;

    @BeforeEach
    void start(TestBroker broker) {
        this.broker = broker;
        pipeline = new TestPipeline(broker);
        settings = pipeline.settings().toBuilder()
                .groupPrefix(pipeline.settings().topicPrefix())
                .build();
        transactions = new HangingTransactions(pipeline.admin(), settings);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void lostTransaction_isFound_andEnded_soThatReadersGoOn() throws Exception {
        // Given
        var audio = new TopicPartition(pipeline.name(Topic.AUDIO), 1);
        write(audio, "before");
        long first = committedEnd(audio);
        try (var lost = new LostTransaction(broker.bootstrapServers())) {
            lost.write(audio, "track", "lost");
        }
        write(audio, "behind");
        assertThat(committedEnd(audio)).as("where readers wait").isEqualTo(first);

        // When
        var found = transactions.find();
        transactions.abort(found);

        // Then
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo(audio.toString());
            assertThat(one.firstOffset()).isEqualTo(first);
            assertThat(one.since()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        });
        assertThat(pipeline.texts(Topic.AUDIO)).containsExactly("before", "behind");
        assertThat(transactions.find()).isEmpty();
    }

    @Test
    void lostMoveOfAGroup_isEnded_andItsMembersAreCalledBackToTheirPlace() throws Exception {
        // Given
        String group = settings.groupId("ingest");
        var uploads = new TopicPartition(pipeline.name(Topic.UPLOADS), 0);
        pipeline.admin()
                .alterConsumerGroupOffsets(group, Map.of(uploads, new OffsetAndMetadata(0)))
                .all()
                .get();
        for (int i = 0; i < 9; i++) {
            write(uploads, "upload " + i);
        }
        try (var member = new KafkaConsumer<byte[], byte[]>(settings.consumer(group))) {
            member.subscribe(List.of(uploads.topic()));
            readNine(member);
            try (var lost = new LostTransaction(broker.bootstrapServers())) {
                lost.commit(group, uploads, 9);
            }

            // When
            var found = transactions.find();
            transactions.abort(found);

            // Then
            assertThat(found).extracting(HangingTransaction::topic).containsExactly("__consumer_offsets");
            assertThat(pipeline.offsets(group, Topic.UPLOADS).get(0).offset()).isZero();
            assertThat(transactions.find()).isEmpty();
            // What it has read already, again.
            readNine(member);
        }
    }

    @Test
    void transactionThatItsProducerStillHas_isLeftAlone() throws Exception {
        var audio = new TopicPartition(pipeline.name(Topic.AUDIO), 0);
        try (var producer =
                new KafkaProducer<byte[], byte[]>(settings.transactionalProducer("working-" + UUID.randomUUID()))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(audio.topic(), audio.partition(), null, new byte[] {1}))
                    .get();

            var found = transactions.find();

            assertThat(found).isEmpty();
            producer.commitTransaction();
            await().until(() -> pipeline.committed(Topic.AUDIO).size() == 1);
        }
    }

    private static void readNine(KafkaConsumer<byte[], byte[]> member) {
        var read = new AtomicInteger();
        await().until(() -> read.addAndGet(member.poll(Duration.ofMillis(100)).count()) == 9);
    }

    private void write(TopicPartition partition, String text) throws Exception {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings.producer())) {
            producer.send(new ProducerRecord<>(
                            partition.topic(), partition.partition(), null, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private long committedEnd(TopicPartition partition) throws Exception {
        return pipeline.admin()
                .listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
