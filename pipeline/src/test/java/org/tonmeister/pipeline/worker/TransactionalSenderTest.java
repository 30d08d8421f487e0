package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.worker.TransactionFailedException.Outcome;

class TransactionalSenderTest {
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition("in", 0), new OffsetAndMetadata(5, "epoch=x"));
    private static final ConsumerGroupMetadata GROUP = new MockConsumer<byte[], byte[]>("earliest").groupMetadata();

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private TransactionalSender sender;

    @BeforeEach
    void open() {
        sender = new TransactionalSender(() -> {
            var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            producers.add(producer);
            return producer;
        });
        sender.prepare();
    }

    @Test
    void outputsAndOffsets_goTogether_andThePlacesComeBackInOrder() throws Exception {
        var places = sender.commit(List.of(output("a"), output("b"), output("a")), OFFSETS, GROUP);

        assertThat(places).extracting(place -> place.topic() + place.offset()).containsExactly("a0", "b0", "a1");
        assertThat(producer().history()).hasSize(3);
        assertThat(producer().consumerGroupOffsetsHistory()).hasSize(1);
        assertThat(producer().commitCount()).isEqualTo(1);
    }

    @Test
    void faultBeforeTheCommit_isAborted_andTheProducerStays() {
        producer().sendOffsetsToTransactionException = new KafkaException("generation is over");

        assertOutcome(Outcome.ABORTED);
        assertThat(producer().transactionAborted()).isTrue();
        assertThat(producer().history()).isEmpty();
        assertThat(producers).hasSize(1);
    }

    @Test
    void recordThatIsTooLarge_isRefused() {
        producer().sendOffsetsToTransactionException =
                new KafkaException("in an error state", new RecordTooLargeException("big"));

        assertOutcome(Outcome.REFUSED);
    }

    @Test
    void commitThatTimesOutForEver_isUnknown_andTheNextTransactionHasAnotherProducer() throws Exception {
        producer().commitTransactionException = new TimeoutException("no answer");
        producer().abortTransactionException = new IllegalStateException("must be retried");

        assertOutcome(Outcome.UNKNOWN);
        assertThat(producers.get(0).closed()).isTrue();

        sender.commit(List.of(output("a")), OFFSETS, GROUP);
        assertThat(producers).hasSize(2);
        assertThat(producers.get(1).transactionInitialized()).isTrue();
        assertThat(producers.get(1).commitCount()).isEqualTo(1);
    }

    @Test
    void fencedProducer_isThrownAway() {
        producer().fenceProducer();

        assertThatThrownBy(() -> sender.commit(List.of(output("a")), OFFSETS, GROUP))
                .isInstanceOf(TransactionFailedException.class)
                .hasCauseInstanceOf(ProducerFencedException.class);
        assertThat(producer().closed()).isTrue();
    }

    @Test
    void producerThatCannotBegin_isNotKept() {
        producer().fenceProducer();
        assertOutcome(Outcome.UNKNOWN);
        var next = new TransactionalSender(() -> {
            var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactionException = new TimeoutException("no coordinator");
            producers.add(producer);
            return producer;
        });

        assertThatThrownBy(next::prepare).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(next::prepare).isInstanceOf(TimeoutException.class);

        assertThat(producers).hasSize(3).allMatch(MockProducer::closed);
    }

    private void assertOutcome(Outcome outcome) {
        assertThatThrownBy(() -> sender.commit(List.of(output("a")), OFFSETS, GROUP))
                .isInstanceOfSatisfying(TransactionFailedException.class, e -> assertThat(e.outcome())
                        .isEqualTo(outcome));
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.get(0);
    }

    private static Output output(String topic) {
        return new Output(new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {2}), true);
    }
}
