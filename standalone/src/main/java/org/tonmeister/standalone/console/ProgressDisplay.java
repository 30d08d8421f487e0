package org.tonmeister.standalone.console;

/** Shows the progress of several tracks at once. Thread-safe. */
public interface ProgressDisplay extends AutoCloseable {
    /** The one for a terminal; {@code quiet} shows no progress, only complaints. */
    static ProgressDisplay on(Terminal terminal, boolean quiet) {
        if (quiet) {
            return new PlainDisplay(terminal.err(), false);
        }
        return terminal.moving() ? new BarDisplay(terminal) : new PlainDisplay(terminal.err(), true);
    }

    /** Begins to show a track. */
    TrackView begin(String name);

    /** Writes a line on stderr. */
    void say(String line);

    /** Writes to the terminal, undisturbed by what moves there. */
    void aside(Runnable writing);

    /** Clears what is shown. */
    @Override
    void close();

    /** One track's place in the display. */
    interface TrackView extends AutoCloseable {
        /** How far a step is, 0–1. */
        void at(Step step, double fraction);

        /** Ends showing it. */
        @Override
        void close();
    }
}
