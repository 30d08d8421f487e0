package org.tonmeister.training.compare;

/** Something cannot be compared. The message is the reason, in one line for the user. */
final class CompareException extends Exception {
    private static final long serialVersionUID = 1L;

    CompareException(String reason) {
        super(reason);
    }
}
