package org.tonmeister.pipeline.worker;

/**
 * The record cannot be worked on, and that is its sender's mistake. The worker writes a dead letter and a progress record
 * {@code REJECTED}, and goes on with the next record.
 */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one line for a person: what was wrong, with which input, what to do */
    public RejectedException(String reason) {
        super(reason);
    }

    /**
     * @param reason one line for a person: what was wrong, with which input, what to do
     * @param cause the fault beneath; its class goes into the dead letter
     */
    public RejectedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
