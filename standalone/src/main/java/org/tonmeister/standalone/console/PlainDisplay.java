package org.tonmeister.standalone.console;

import java.io.PrintStream;

/** For files and pipes: a line for every stage of a track. */
final class PlainDisplay implements ProgressDisplay {
    private final PrintStream err;
    private final boolean showStages;

    PlainDisplay(PrintStream err, boolean showStages) {
        this.err = err;
        this.showStages = showStages;
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
        private Stage told;

        private View(String name) {
            this.name = name;
        }

        @Override
        public synchronized void at(Stage stage, double fraction) {
            if (showStages && (told == null || stage.compareTo(told) > 0)) {
                told = stage;
                say(name + ": " + stage.label());
            }
        }

        @Override
        public void close() {
            // Its lines stay.
        }
    }
}
