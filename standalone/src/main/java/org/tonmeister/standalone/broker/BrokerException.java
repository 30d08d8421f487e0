package org.tonmeister.standalone.broker;

/** The broker cannot be had; the message says why, for a person. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For a reason that is a sentence. */
    public BrokerException(String message) {
        super(message);
    }

    /** For a reason that is a sentence, with what lies beneath. */
    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
