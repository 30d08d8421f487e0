package org.tonmeister.operations.letters;

import java.time.Instant;

/** A place in the list of dead letters, as text {@code ms_partition-offset}. Newest first, as the list. */
record LetterCursor(long atMs, String id) implements Comparable<LetterCursor> {
    static LetterCursor of(DeadLetter letter) {
        return new LetterCursor(letter.at().toEpochMilli(), letter.id());
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static LetterCursor parse(String text) {
        int bar = text.indexOf('_');
        if (!text.matches("\\d{1,18}_\\d{1,9}-\\d{1,18}")) {
            throw new IllegalArgumentException("That is not a cursor of the dead letters");
        }
        return new LetterCursor(Long.parseLong(text.substring(0, bar)), text.substring(bar + 1));
    }

    Instant at() {
        return Instant.ofEpochMilli(atMs);
    }

    @Override
    public int compareTo(LetterCursor other) {
        int newerFirst = Long.compare(other.atMs, atMs);
        return newerFirst != 0 ? newerFirst : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return atMs + "_" + id;
    }
}
