package org.tonmeister.pipeline.worker;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.pipeline.trace.TraceSpan;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

/** Headers that go from a record to those that come of it: the trace, and when the user asked. */
public final class HandedOn {
    private static final Set<Topic> OF_USERS = Set.of(Topic.UPLOADS, Topic.MIX_REQUESTS);

    private HandedOn() {}

    /**
     * What the records carry that come of another.
     *
     * @param source where it lies
     * @param incoming its headers
     * @param epochMs its time stamp
     * @param span the work on it
     */
    public static Headers of(Topic source, Headers incoming, long epochMs, TraceSpan span) {
        var headers = new org.apache.kafka.common.header.internals.RecordHeaders(span.headers());
        if (OF_USERS.contains(source)) {
            headers.add(new TextHeader(RecordHeaders.ASKED_AT, Long.toString(epochMs)));
        } else {
            Header asked = incoming.lastHeader(RecordHeaders.ASKED_AT);
            if (asked != null) {
                headers.add(asked);
            }
        }
        return headers;
    }

    /** When the user asked for what comes of {@code record}, in milliseconds since 1970, if it is known. */
    static OptionalLong askedAt(ConsumerRecord<?, ?> record) {
        Header asked = record.headers().lastHeader(RecordHeaders.ASKED_AT);
        if (asked == null || asked.value() == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(new String(asked.value(), StandardCharsets.UTF_8)));
        } catch (NumberFormatException e) {
            // Somebody else's header of that name.
            return OptionalLong.empty();
        }
    }
}
