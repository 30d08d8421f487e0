package org.tonmeister.gateway.view;

/** The tracks are not known yet, because the gateway has just started: try again in a second. */
public final class ViewNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewNotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
