package org.tonmeister.pipeline.worker;

/** The work on a record was called off; it will be done again here or elsewhere. Nothing went wrong. */
public final class CancelledWorkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, for the log */
    public CancelledWorkException(String reason) {
        super(reason);
    }
}
