package org.tonmeister.pipeline.logrange;

import java.util.List;

/**
 * Some bytes of a log range.
 *
 * @param pieces in order; the first begins where the reader asked
 * @param next where to go on; behind the range if nothing is left
 */
public record RangePart(List<byte[]> pieces, RangePlace next) {
    /** Copies the list, not the bytes. */
    public RangePart {
        pieces = List.copyOf(pieces);
    }

    /** How many bytes. */
    public long bytes() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
}
