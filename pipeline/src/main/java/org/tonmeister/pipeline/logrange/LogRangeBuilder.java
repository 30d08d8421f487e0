package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.record.LogRange;

/**
 * Adds up a log range while its records are written. The payload counts when it is sent, its place when it is known: in
 * a transaction that is later.
 */
public final class LogRangeBuilder {
    private final String rangeId;
    private final MessageDigest digest = sha256();
    private String topic;
    private int partition = -1;
    private long firstOffset = -1;
    private long lastOffset = -1;
    private int appended;
    private int placed;
    private long bytes;
    private long position;

    /** @param rangeId names the range; no other range, nor another attempt at this one, may have the same */
    public LogRangeBuilder(String rangeId) {
        this.rangeId = rangeId;
    }

    /** The range's id. */
    public String rangeId() {
        return rangeId;
    }

    /** The header that every record of the range must carry. */
    public Header header() {
        return new TextHeader(RecordHeaders.RANGE_ID, rangeId);
    }

    /**
     * The headers of the record whose payload was appended last: {@link #header()}, and where in the range it begins, so
     * that readers of a part of the range need not begin at its beginning.
     */
    public List<Header> headers() {
        return List.of(header(), new TextHeader(RecordHeaders.RANGE_POSITION, Long.toString(position)));
    }

    /** The payload of the next record; the buffer's position does not move. */
    public LogRangeBuilder append(ByteBuffer payload) {
        position = bytes;
        bytes += payload.remaining();
        digest.update(payload.duplicate());
        appended++;
        return this;
    }

    /** The places of the next records appended, in order. */
    public LogRangeBuilder placed(List<RecordMetadata> places) {
        places.forEach(this::place);
        return this;
    }

    /** A record that was written: {@link #append} and {@link #placed} in one. */
    public LogRangeBuilder add(RecordMetadata place, byte[] payload) {
        return append(ByteBuffer.wrap(payload)).placed(List.of(place));
    }

    /** Payload bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** SHA-256 of the payload so far; more may be appended afterwards. */
    public ByteBuffer sha256SoFar() {
        try {
            return ByteBuffer.wrap(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 cannot be copied", e);
        }
    }

    /**
     * The range.
     *
     * @throws IllegalStateException if it has no record, or one whose place is not known
     */
    public LogRange build() {
        if (appended == 0 || appended != placed) {
            throw new IllegalStateException("Log range of " + appended + " records, of which " + placed
                    + " have a place: each needs one, and there must be at least one");
        }
        return new LogRange(topic, partition, firstOffset, lastOffset, rangeId, appended, bytes, sha256SoFar());
    }

    private void place(RecordMetadata place) {
        if (!place.hasOffset()) {
            throw new IllegalStateException("The broker gave no offset: a log range needs acks=all");
        }
        if (placed == 0) {
            topic = place.topic();
            partition = place.partition();
            firstOffset = place.offset();
        } else if (!place.topic().equals(topic) || place.partition() != partition || place.offset() <= lastOffset) {
            throw new IllegalStateException("Record at " + place + " after offset " + lastOffset + " of " + topic + "-"
                    + partition + ": a log range is in one partition, in order");
        }
        lastOffset = place.offset();
        placed++;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
