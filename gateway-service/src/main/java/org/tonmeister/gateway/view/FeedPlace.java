package org.tonmeister.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in {@code tracks}: of each partition, the offset of the next record. As text it is the id of an event.
 *
 * @param next by partition
 */
record FeedPlace(List<Long> next) {
    private static final int RADIX = 36;
    private static final int MAX_LENGTH = 8192;

    /** Copies. */
    FeedPlace {
        next = List.copyOf(next);
    }

    /** The place behind one more record. */
    FeedPlace behind(int partition, long offset) {
        var moved = new ArrayList<>(next);
        moved.set(partition, Math.max(moved.get(partition), offset + 1));
        return new FeedPlace(moved);
    }

    /** Empty: the text is none of ours. */
    static Optional<FeedPlace> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var next = new ArrayList<Long>();
            for (String offset : text.split("\\.", -1)) {
                next.add(Long.parseLong(offset, RADIX));
            }
            return next.stream().allMatch(offset -> offset >= 0) ? Optional.of(new FeedPlace(next)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return String.join(
                ".", next.stream().map(offset -> Long.toString(offset, RADIX)).toList());
    }
}
