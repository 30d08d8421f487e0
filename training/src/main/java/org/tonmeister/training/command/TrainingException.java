package org.tonmeister.training.command;

/** Something that the user can mend. The message says in one line what is wrong and what to do. */
public final class TrainingException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason one line */
    public TrainingException(String reason) {
        super(reason);
    }

    /** @param reason one line */
    public TrainingException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
