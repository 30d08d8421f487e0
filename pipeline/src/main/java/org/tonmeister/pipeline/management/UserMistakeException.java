package org.tonmeister.pipeline.management;

/** Something outside the program must be put right before it can start. The message is one line for the user. */
final class UserMistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserMistakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
