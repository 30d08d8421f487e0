package org.tonmeister.pipeline.logrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.schemas.record.LogRange;

/** Ranges of which not all is there any more, or that are not what they say. */
@ExtendWith(SharedBroker.class)
class MissingRangeIT {
    private RangeBench bench;

    @BeforeEach
    void open(TestBroker broker) {
        bench = RangeBench.open(broker);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void expiredRecords_areMissing() throws Exception {
        // Given
        LogRange range = bench.write(2_000_000);
        assertThat(bench.read(range)).as("guard: it was whole").hasSize(2_000_000);

        // When
        var partition = new TopicPartition(range.getTopic(), range.getPartition());
        bench.pipeline()
                .admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(range.getFirstOffset() + 1)))
                .all()
                .get();

        // Then
        assertThatThrownBy(() -> bench.read(range))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("expired or was deleted");
    }

    @Test
    void offsetsBehindTheLogsEnd_areMissing() throws IOException {
        LogRange range = bench.write(10);
        LogRange beyond = LogRange.newBuilder(range)
                .setLastOffset(range.getLastOffset() + 1)
                .build();

        assertThatThrownBy(() -> bench.read(beyond))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("the log ends before");
    }

    @Test
    void otherRangeId_isMissing() throws IOException {
        LogRange range = bench.write(10);
        LogRange other = LogRange.newBuilder(range).setRangeId("other").build();

        assertThatThrownBy(() -> bench.read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("only 0 of 1 records with 0 of 10 bytes are left");
    }

    @Test
    void otherSha256_isNotWhatWasWritten() throws IOException {
        LogRange range = bench.write(10);
        LogRange other = LogRange.newBuilder(range)
                .setSha256(ByteBuffer.wrap(new byte[32]))
                .build();

        assertThatThrownBy(() -> bench.read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("its SHA-256 differs");
    }

    @Test
    void moreThanWritten_isNotWhatWasWritten() throws IOException {
        LogRange range = bench.write(10);
        LogRange other = LogRange.newBuilder(range).setBytes(9).build();

        assertThatThrownBy(() -> bench.read(other))
                .isInstanceOf(MissingRangeException.class)
                .hasMessageContaining("more was found");
    }

    @Test
    void partitionOrTopicThatIsNotThere_isMissing() throws IOException {
        LogRange range = bench.write(10);
        LogRange otherPartition = LogRange.newBuilder(range).setPartition(7).build();
        LogRange otherTopic =
                LogRange.newBuilder(range).setTopic("no-such-topic").build();

        assertThatThrownBy(() -> bench.read(otherPartition)).hasMessageContaining("there is no such partition");
        assertThatThrownBy(() -> bench.read(otherTopic)).hasMessageContaining("there is no such partition");
    }
}
