package org.tonmeister.operations.letters;

/** A dead letter cannot be redriven. The message is one line for a person. */
public final class RedriveRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** There is no such letter in the list. */
        UNKNOWN,
        /** It was redriven before; if it died again there is a newer letter. */
        ALREADY_REDRIVEN,
        /** Its value was left out or is gone, or it does not come from a topic of the pipeline. */
        IMPOSSIBLE
    }

    private final Why why;

    RedriveRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** Why not. */
    public Why why() {
        return why;
    }
}
