package org.tonmeister.pipeline.logrange;

import java.io.IOException;

/**
 * The records of a log range are not there any more, or are not those that were written. Trying again does not help. The
 * message is one line for a person.
 */
public final class MissingRangeException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingRangeException(String message) {
        super(message);
    }

    MissingRangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
