package org.tonmeister.pipeline.worker;

/** A transaction did not go through, or it is not known whether it did. */
final class TransactionFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is certain. */
    enum Outcome {
        /** Rolled back; the same may be tried again. */
        ABORTED,
        /** Rolled back, because the broker will never take one of the records. */
        REFUSED,
        /** Only the committed offsets can tell. */
        UNKNOWN
    }

    private final Outcome outcome;

    TransactionFailedException(Outcome outcome, Throwable cause) {
        super("Transaction " + outcome + ": " + cause.getMessage(), cause);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
