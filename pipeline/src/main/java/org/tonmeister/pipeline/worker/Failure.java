package org.tonmeister.pipeline.worker;

import java.util.Optional;
import org.tonmeister.schemas.record.ProgressState;

/**
 * Why nothing came of a record.
 *
 * @param state {@code REJECTED}: the sender's mistake; {@code FAILED}: ours
 * @param reason one line for a person
 * @param causeClass class of the fault beneath
 * @param rejection the sender's mistake in a word, if it is one
 */
record Failure(ProgressState state, String reason, Optional<String> causeClass, Optional<RejectionReason> rejection) {
    private static final int MAX_REASON_CHARS = 1_000;

    static Failure rejected(RejectedException e) {
        return new Failure(
                ProgressState.REJECTED,
                oneLine(e.getMessage()),
                Optional.ofNullable(e.getCause()).map(cause -> cause.getClass().getName()),
                Optional.of(e.kind()));
    }

    static Failure failed(String stage, Throwable cause) {
        String detail = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new Failure(
                ProgressState.FAILED,
                oneLine("A fault in " + stage + ", not in the file: "
                        + cause.getClass().getSimpleName() + detail),
                Optional.of(cause.getClass().getName()),
                Optional.empty());
    }

    private static String oneLine(String text) {
        String line = text == null ? "no reason given" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_REASON_CHARS ? line : line.substring(0, MAX_REASON_CHARS - 1) + "…";
    }
}
