package org.tonmeister.predict.ensemble;

import java.util.regex.Pattern;

/** Tells which of two uploads of a track came later, from their ids {@code partition-offset}. */
final class UploadOrder {
    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    private UploadOrder() {}

    /** In one partition the offset decides; else (the topic got more partitions) {@code candidate} counts as later. */
    static boolean isLater(String candidate, String known) {
        var mine = ID.matcher(candidate);
        var theirs = ID.matcher(known);
        boolean onePartition =
                mine.matches() && theirs.matches() && mine.group(1).equals(theirs.group(1));
        return !onePartition || Long.parseLong(mine.group(2)) > Long.parseLong(theirs.group(2));
    }
}
