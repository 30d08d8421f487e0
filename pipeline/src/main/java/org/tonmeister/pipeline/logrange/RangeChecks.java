package org.tonmeister.pipeline.logrange;

import org.tonmeister.schemas.record.LogRange;

/** Whether a range can be one at all: it may have come from anybody. */
final class RangeChecks {
    private static final int SHA256_BYTES = 32;

    private RangeChecks() {}

    static void requireSensible(LogRange range) throws MissingRangeException {
        boolean places = range.getPartition() >= 0
                && range.getFirstOffset() >= 0
                && range.getLastOffset() >= range.getFirstOffset()
                && !range.getTopic().isEmpty();
        boolean figures = range.getRecords() >= 1
                && range.getBytes() >= 0
                && range.getRecords() - 1 <= range.getLastOffset() - range.getFirstOffset()
                && range.getSha256().remaining() == SHA256_BYTES;
        if (!places || !figures) {
            throw new MissingRangeException(
                    RangeNames.of(range) + " cannot be: its offsets, counts or SHA-256 make no sense");
        }
    }
}
