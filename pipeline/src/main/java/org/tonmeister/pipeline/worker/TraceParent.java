package org.tonmeister.pipeline.worker;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.RecordHeaders;

/** The W3C trace context, handed on as it came. */
final class TraceParent {
    private TraceParent() {}

    /** The header of {@code record}, or none. */
    static List<Header> of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(RecordHeaders.TRACE_PARENT);
        return header == null ? List.of() : List.of(header);
    }
}
