package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionEpochsTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);
    private static final long NOW_MS = 1_700_000_000_000L;

    private final PartitionEpochs epochs = new PartitionEpochs(InstantSource.fixed(Instant.ofEpochMilli(NOW_MS)));

    @Test
    void nothingCommitted_beginsAnEpoch_inBase36Milliseconds() {
        epochs.learn(PARTITION, null);

        assertThat(Long.parseLong(epochs.of(PARTITION), 36)).isEqualTo(NOW_MS);
    }

    @Test
    void committedEpoch_goesOn() {
        epochs.learn(PARTITION, new OffsetAndMetadata(7, PartitionEpochs.metadata("abc123")));

        assertThat(epochs.of(PARTITION)).isEqualTo("abc123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc123", "epoch=", "epoch=ABC", "epoch=a b", "epoch=0123456789012345678901"})
    void metadataOfOthers_beginsAnEpoch(String metadata) {
        epochs.learn(PARTITION, new OffsetAndMetadata(7, metadata));

        assertThat(epochs.of(PARTITION)).isEqualTo(Long.toString(NOW_MS, 36));
    }

    @Test
    void partitionThatWentElsewhere_isLookedUpAgain() {
        epochs.learn(PARTITION, null);
        assertThat(epochs.knows(PARTITION)).isTrue();

        epochs.forget(PARTITION);

        assertThat(epochs.knows(PARTITION)).isFalse();
    }
}
