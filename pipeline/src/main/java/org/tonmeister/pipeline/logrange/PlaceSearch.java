package org.tonmeister.pipeline.logrange;

import org.tonmeister.schemas.record.LogRange;

/**
 * Finds the record that holds a byte of a range. Offsets say little: records of others may lie between. Each record that
 * is looked at says where in the range it begins, and so narrows the bounds; the next guess is by proportion (interpolation
 * search), and every third one by halves, so that it ends whatever lies there.
 */
final class PlaceSearch {
    /** Nearer than this, reading on is quicker than seeking. */
    private static final long NEAR_BYTES = 2L << 20;

    private static final int HALVE_EVERY = 3;

    private final long target;
    private RangePlace low;
    private long highOffset;
    private long highPosition;
    private int steps;

    PlaceSearch(LogRange range, RangePlace from, long target) {
        this.target = target;
        this.low = from;
        this.highOffset = range.getLastOffset() + 1;
        this.highPosition = range.getBytes();
    }

    /** Whether the byte is so near behind {@link #low()} that one reads on from there. */
    boolean isNear() {
        return target - low.position() <= NEAR_BYTES || highOffset - low.offset() <= 1;
    }

    /** The best place known: at or before the byte. */
    RangePlace low() {
        return low;
    }

    /** Where to look next; from {@link #low()} on and before the upper bound. */
    long guess() {
        steps++;
        long span = highOffset - low.offset();
        if (steps % HALVE_EVERY == 0) {
            return low.offset() + span / 2;
        }
        double share = (double) (target - low.position()) / Math.max(1, highPosition - low.position());
        // One earlier: reading on over a record costs less than another look.
        long guessed = low.offset() + (long) (share * span) - 1;
        return Math.max(low.offset(), Math.min(guessed, highOffset - 1));
    }

    /** The first record at or behind {@code guess} lies at {@code offset} and begins at {@code position}. */
    void found(long guess, long offset, long position) {
        if (position <= target) {
            low = new RangePlace(offset, position);
            if (highOffset <= offset) {
                highOffset = offset + 1;
            }
        } else {
            highOffset = guess;
            highPosition = position;
        }
    }

    /** There is no record of the range at or behind {@code guess}. */
    void nothingBehind(long guess) {
        highOffset = guess;
    }

    /** Records do not say where they begin: read on from {@link #low()}. */
    void giveUp() {
        highOffset = low.offset() + 1;
    }
}
