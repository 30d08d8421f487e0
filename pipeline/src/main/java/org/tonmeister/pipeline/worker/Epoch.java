package org.tonmeister.pipeline.worker;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An epoch of a partition, as it stands in the metadata of committed offsets and in the passes of records: {@code
 * epoch=mdk0a1zz}. Who moves a group back may write the next epoch there; whoever leaves the metadata empty gets one by
 * the clock.
 *
 * @param number the newer epoch has the greater one: milliseconds since 1970, unless that would not be newer
 * @param joint several groups were moved back together: the ensemble waits for all of them before it orders
 */
public record Epoch(long number, boolean joint) implements Comparable<Epoch> {
    private static final Pattern METADATA = Pattern.compile("epoch=([0-9a-z]{1,20})");
    private static final Pattern TEXT = Pattern.compile("[0-9a-z]{1,13}");
    private static final int RADIX = 36;
    /** A number does not begin with it. */
    private static final String JOINT = "0";

    /** Reads what {@link #toString} gives; empty: that is none. */
    public static Optional<Epoch> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Epoch(Long.parseLong(text, RADIX), isMarked(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The epoch in an offset's metadata, which may be null; empty: there is none. */
    public static Optional<Epoch> inMetadata(String metadata) {
        var matcher = METADATA.matcher(metadata == null ? "" : metadata);
        return matcher.matches() ? parse(matcher.group(1)) : Optional.empty();
    }

    /** Whether a text is that of a joint epoch, and of nothing more. */
    public static boolean isJoint(String text) {
        return parse(text).filter(Epoch::joint).isPresent();
    }

    /** The smallest epoch of a single group that is newer. */
    public Epoch next() {
        return new Epoch(number + 1, false);
    }

    /** What to commit with an offset. */
    public String metadata() {
        return PartitionEpochs.metadata(toString());
    }

    private static boolean isMarked(String text) {
        return text.length() > 1 && text.startsWith(JOINT);
    }

    @Override
    public int compareTo(Epoch other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return (joint ? JOINT : "") + Long.toString(number, RADIX);
    }
}
