package org.tonmeister.gateway.access;

/** A file of tokens that cannot be used. The message is one line for the user. */
public final class InvalidTokensException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokensException(int line, String reason) {
        super("line " + line + ": " + reason);
    }

    InvalidTokensException(String reason) {
        super(reason);
    }
}
