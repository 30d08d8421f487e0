package org.tonmeister.pipeline.worker;

import java.util.Locale;

/** Why a record was rejected, in one of few words: for counting. The sentence for a person stands beside it. */
public enum RejectionReason {
    /** There is nothing in it. */
    EMPTY,
    /** The key is no track id. */
    INVALID_KEY,
    /** It asks for what there is not. */
    INVALID_OPTION,
    /** The record's own bytes cannot be read. */
    UNREADABLE_RECORD,
    /** The file is not audio, or damaged. */
    UNREADABLE_AUDIO,
    /** It points at bytes that have expired or were never written. */
    MISSING_BYTES,
    /** It is about a track or an upload that is not known, or not any more. */
    UNKNOWN_TRACK,
    /** It came before its time. */
    NOT_READY,
    /** None of these. */
    OTHER;

    /** As metrics and traces have it, such as {@code invalid_option}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
