package org.tonmeister.predict.ensemble;

/** What was asked for cannot be mixed; the message is a line for the user. */
final class OrderRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    OrderRefusedException(String reason) {
        super(reason);
    }
}
