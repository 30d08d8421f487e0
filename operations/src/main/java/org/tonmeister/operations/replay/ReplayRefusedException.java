package org.tonmeister.operations.replay;

/** A replay cannot be done, or not rightly. The message is one line for a person. */
public final class ReplayRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayRefusedException(String message) {
        super(message);
    }

    ReplayRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
