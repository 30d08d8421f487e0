package org.tonmeister.pipeline.worker;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;

/** How large a record is in the log, a little more rather than less. */
final class RecordSizes {
    /** Batch header (61 bytes) and the record's own lengths, deltas and counts (Kafka protocol, record batch v2). */
    private static final int FRAMING_BYTES = 61 + 36;

    /** Two varint lengths. */
    private static final int HEADER_FRAMING_BYTES = 10;

    private RecordSizes() {}

    static long of(byte[] key, byte[] value, Iterable<Header> headers) {
        long bytes = FRAMING_BYTES + (long) length(key) + length(value);
        for (Header header : headers) {
            bytes += HEADER_FRAMING_BYTES
                    + (long) header.key().getBytes(StandardCharsets.UTF_8).length
                    + length(header.value());
        }
        return bytes;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
