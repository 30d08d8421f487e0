package org.tonmeister.operations.letters;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a letter lies in {@code dead-letters}; as text its id. */
record LetterPlace(int partition, long offset) {
    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** Empty: that is no id. */
    static Optional<LetterPlace> parse(String id) {
        var match = ID.matcher(id);
        return match.matches()
                ? Optional.of(new LetterPlace(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
