package org.tonmeister.pipeline.logrange;

import org.tonmeister.schemas.record.LogRange;

/** How messages name a range. */
final class RangeNames {
    private RangeNames() {}

    static String of(LogRange range) {
        return "Log range " + range.getTopic() + "-" + range.getPartition() + " " + range.getFirstOffset() + "–"
                + range.getLastOffset();
    }
}
