package org.tonmeister.client;

/** The track cannot be mixed. The message is the reason, in one line for a person. */
public final class TrackRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    TrackRejectedException(String reason) {
        super(reason);
    }
}
