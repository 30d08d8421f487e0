package org.tonmeister.pipeline.logrange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.tonmeister.schemas.record.LogRange;

/** Adds up what was read of a range and compares it with what was written. */
final class RangeVerification {
    private final LogRange range;
    private final MessageDigest digest = LogRangeBuilder.sha256();
    private int records;
    private long bytes;

    RangeVerification(LogRange range) {
        this.range = range;
    }

    /** @throws MissingRangeException if it is more than was written: no need to read on */
    void add(ByteBuffer payload) throws MissingRangeException {
        records++;
        bytes += payload.remaining();
        if (records > range.getRecords() || bytes > range.getBytes()) {
            throw damaged("more was found: " + found());
        }
        digest.update(payload);
    }

    /** @throws MissingRangeException if it is not what was written */
    void finish() throws MissingRangeException {
        if (records < range.getRecords() || bytes < range.getBytes()) {
            throw new MissingRangeException(
                    RangeNames.of(range) + " is not whole: expired or deleted, only " + found() + " are left");
        }
        if (!ByteBuffer.wrap(digest.digest()).equals(range.getSha256())) {
            throw damaged("its SHA-256 differs");
        }
    }

    private String found() {
        return records + " of " + range.getRecords() + " records with " + bytes + " of " + range.getBytes() + " bytes";
    }

    private MissingRangeException damaged(String how) {
        return new MissingRangeException(RangeNames.of(range) + " is not what was written: " + how);
    }
}
