package org.tonmeister.gateway.view;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where an upload record lies, from its id {@code partition-offset}. */
record UploadPlace(int partition, long offset) {
    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** Empty: the id is not of that form, as the empty one of a refusal. */
    static Optional<UploadPlace> parse(String uploadId) {
        var match = ID.matcher(uploadId);
        return match.matches()
                ? Optional.of(new UploadPlace(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    /** Whether both lie in one partition, and this one not behind the other. */
    boolean isUpTo(UploadPlace other) {
        return partition == other.partition && offset <= other.offset;
    }
}
