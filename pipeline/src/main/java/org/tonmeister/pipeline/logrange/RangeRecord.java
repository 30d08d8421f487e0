package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tonmeister.schemas.RecordHeaders;

/**
 * A record of a log range of raw bytes.
 *
 * @param offset where it lies
 * @param position of its first byte in the range, if it says so
 * @param value its bytes, to be read before the next poll
 */
record RangeRecord(long offset, OptionalLong position, ByteBuffer value) {
    static RangeRecord of(ConsumerRecord<byte[], ByteBuffer> record) {
        var header = record.headers().lastHeader(RecordHeaders.RANGE_POSITION);
        return new RangeRecord(
                record.offset(),
                header == null ? OptionalLong.empty() : number(header.value()),
                record.value().duplicate());
    }

    private static OptionalLong number(byte[] digits) {
        try {
            return OptionalLong.of(Long.parseLong(new String(digits, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
