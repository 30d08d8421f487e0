package org.tonmeister.pipeline.logrange;

import org.tonmeister.schemas.record.LogRange;

/**
 * A known place in a log range: from here on one can read without searching.
 *
 * @param offset the range's next record lies here or behind
 * @param position of that record's first byte in the range
 */
public record RangePlace(long offset, long position) {
    /** Where the range begins. */
    public static RangePlace start(LogRange range) {
        return new RangePlace(range.getFirstOffset(), 0);
    }
}
