package org.tonmeister.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.worker.StageContext;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.TopicCatalogue;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.ProgressState;

class MixProgressTest {
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void tellsAtTheBeginning_andThenEveryTwoSeconds_eachTimeForAllToSee() {
        var order = new MixOrder();
        order.put("trackId", "song");
        order.put("uploadId", "0-17");
        order.put("frames", 1000L);
        var progress = new MixProgress(new Told(), order, () -> now);

        progress.begin();
        progress.read(400);
        now = now.plusMillis(1999);
        progress.read(100);
        now = now.plusMillis(1);
        progress.read(500);
        now = now.plusSeconds(2);
        progress.read(5000);

        assertThat(log)
                .containsExactly(
                        "song 0-17 mix RUNNING 0.0", "commit",
                        "song 0-17 mix RUNNING 0.5", "commit",
                        "song 0-17 mix RUNNING 0.95", "commit");
    }

    private final class Told implements StageContext {
        @Override
        public void progress(String trackId, String uploadId, String stage, ProgressState state, double fraction) {
            log.add(trackId + " " + uploadId + " " + stage + " " + state + " " + fraction);
        }

        @Override
        public List<RecordMetadata> commitSlice() {
            log.add("commit");
            return List.of();
        }

        @Override
        public String epoch() {
            return "epoch";
        }

        @Override
        public TopicCatalogue catalogue() {
            return new TopicCatalogue(TopicCatalogue.DEFAULT_PREFIX, 1, (short) 1);
        }

        @Override
        public void identify(String trackId, String uploadId) {}

        @Override
        public <T extends SpecificRecordBase> void send(Topic topic, String key, T value, Header... headers) {
            throw new AssertionError("only progress");
        }

        @Override
        public void send(Topic topic, String key, byte[] value, Header... headers) {
            throw new AssertionError("only progress");
        }

        @Override
        public long pendingBytes() {
            return 0;
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
