package org.tonmeister.pipeline.worker;

import java.util.Objects;

/**
 * The record cannot be worked on, and that is its sender's mistake. The worker writes a dead letter and a progress record
 * {@code REJECTED}, and goes on with the next record.
 */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectionReason kind;

    /**
     * @param kind for counting
     * @param reason one line for a person: what was wrong, with which input, what to do
     */
    public RejectedException(RejectionReason kind, String reason) {
        super(reason);
        this.kind = Objects.requireNonNull(kind);
    }

    /**
     * @param kind for counting
     * @param reason one line for a person: what was wrong, with which input, what to do
     * @param cause the fault beneath; its class goes into the dead letter
     */
    public RejectedException(RejectionReason kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = Objects.requireNonNull(kind);
    }

    /** For counting. */
    public RejectionReason kind() {
        return kind;
    }
}
