package org.tonmeister.standalone.console;

import java.io.PrintStream;

/** For files and pipes: a line for every step of a track. */
final class PlainDisplay implements ProgressDisplay {
    private final PrintStream err;
    private final boolean showSteps;

    PlainDisplay(PrintStream err, boolean showSteps) {
        this.err = err;
        this.showSteps = showSteps;
    }

    @Override
    public TrackView begin(String name) {
        return new View(name);
    }

    @Override
    public synchronized void say(String line) {
        err.println(line);
    }

    @Override
    public synchronized void aside(Runnable writing) {
        writing.run();
    }

    @Override
    public void close() {
        err.flush();
    }

    private final class View implements TrackView {
        private final String name;
        private Step told;

        private View(String name) {
            this.name = name;
        }

        @Override
        public synchronized void at(Step step, double fraction) {
            if (showSteps && (told == null || step.ordinal() > told.ordinal())) {
                told = step;
                say(name + ": " + step.label());
            }
        }

        @Override
        public void close() {
            // Its lines stay.
        }
    }
}
