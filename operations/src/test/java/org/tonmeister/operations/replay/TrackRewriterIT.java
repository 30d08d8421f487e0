package org.tonmeister.operations.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tonmeister.operations.replay.TrackReplay.Span;
import org.tonmeister.pipeline.testing.SharedBroker;
import org.tonmeister.pipeline.testing.TestBroker;
import org.tonmeister.pipeline.testing.TestPipeline;
import org.tonmeister.schemas.Topic;

@ExtendWith(SharedBroker.class)
class TrackRewriterIT {
    /** Two of them do not go into one transaction. */
    private static final byte[] LARGE = new byte[13 << 20];

    @Test
    void writesNothing_whereLessIsLeftThanWasPlanned(TestBroker broker) throws Exception {
        try (var pipeline = new TestPipeline(broker);
                var log = new LogScan(pipeline.settings());
                var rewriter = new TrackRewriter(pipeline.settings(), log)) {
            // Given
            long first = pipeline.publish(Topic.AUDIO, "track", LARGE).offset();
            var last = pipeline.publish(Topic.AUDIO, "track", LARGE);
            var partition = new TopicPartition(last.topic(), last.partition());
            var span = new Span(first, last.offset());

            // When, then
            assertThatThrownBy(() -> rewriter.write(replay(partition, span, 3), new HashMap<>()))
                    .isInstanceOf(ReplayRefusedException.class)
                    .hasMessage("of the 3 records of track 'track' only 2 could be read: nothing was written");
            assertThat(pipeline.committed(Topic.AUDIO)).hasSize(2);

            // When
            var ends = new HashMap<TopicPartition, Long>();
            rewriter.write(replay(partition, span, 2), ends);

            // Then
            await().until(() -> pipeline.committed(Topic.AUDIO).size() == 4);
            assertThat(pipeline.committed(Topic.AUDIO)).allSatisfy(record -> {
                assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("track");
                assertThat(record.value()).hasSize(LARGE.length);
            });
            assertThat(ends).containsOnlyKeys(partition);
        }
    }

    /** Of a kind that is written again as it is, whatever it holds. */
    private static TrackReplay replay(TopicPartition partition, Span span, int records) {
        return new TrackReplay(
                ReplaySource.ORDERS,
                "track",
                "0-0",
                Optional.empty(),
                records,
                Map.of(partition, span),
                "",
                "",
                Optional.empty());
    }
}
