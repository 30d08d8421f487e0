package org.tonmeister.pipeline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.tonmeister.pipeline.trace.Received;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

class HandedOnTest {
    @Test
    void timeOfAUsersRecord_isItsOwn_whateverItsHeadersSay() {
        var claimed = new RecordHeaders().add(new TextHeader("asked-at", "1"));

        assertThat(askedAt(handedOn(Topic.UPLOADS, claimed))).contains("1700000000000");
        assertThat(askedAt(handedOn(Topic.MIX_REQUESTS, claimed))).contains("1700000000000");
    }

    @Test
    void timeOfAllOtherRecords_isHandedOn() {
        var carried = new RecordHeaders().add(new TextHeader("asked-at", "1699999999999"));

        assertThat(askedAt(handedOn(Topic.PREDICTIONS, carried))).contains("1699999999999");
        assertThat(handedOn(Topic.PREDICTIONS, new RecordHeaders())).isEmpty();
    }

    @Test
    void timeThatIsNoNumber_isNone() {
        assertThat(HandedOn.askedAt(record("yesterday"))).isEmpty();
        assertThat(HandedOn.askedAt(record("17"))).hasValue(17);
    }

    private static Headers handedOn(Topic source, Headers incoming) {
        var received = new Received("stage", "group", source, "tm." + source.suffix(), 0, 0, incoming);
        return HandedOn.of(source, incoming, 1_700_000_000_000L, Tracing.off().process(received));
    }

    private static Optional<String> askedAt(Headers headers) {
        return TextHeader.read(headers, "asked-at");
    }

    private static ConsumerRecord<byte[], byte[]> record(String askedAt) {
        var headers = new RecordHeaders().add(new TextHeader("asked-at", askedAt));
        return new ConsumerRecord<>(
                "t", 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, null, null, headers, Optional.empty());
    }
}
