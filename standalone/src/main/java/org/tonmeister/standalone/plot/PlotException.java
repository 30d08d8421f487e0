package org.tonmeister.standalone.plot;

/** No picture can be drawn on this machine. The message is one line for the user. */
public final class PlotException extends Exception {
    private static final long serialVersionUID = 1L;

    PlotException(String message, Throwable cause) {
        super(message, cause);
    }
}
