package org.tonmeister.pipeline.options;

/** An option that cannot be used. The message is one line for the user. */
public final class InvalidOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidOptionException(String message) {
        super(message);
    }
}
