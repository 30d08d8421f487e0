package org.tonmeister.standalone.console;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * For terminals: a bar for every track in work, drawn one below the other at the foot of what was written so far. The
 * bars are cleared before anything else is written, and drawn again below it.
 */
final class BarDisplay implements ProgressDisplay {
    private static final String CLEAR_BELOW = "\r\u001b[J";
    private static final int UPDATE_MILLIS = 100;
    private static final int STEPS = 1000;

    private final Terminal terminal;
    private final PrintStream err;
    private final Map<Object, String> bars = new LinkedHashMap<>();
    private int drawn;

    BarDisplay(Terminal terminal) {
        this.terminal = terminal;
        this.err = terminal.err();
    }

    @Override
    public TrackView begin(String name) {
        return new View(name);
    }

    @Override
    public void say(String line) {
        aside(() -> err.println(line));
    }

    @Override
    public synchronized void aside(Runnable writing) {
        clear();
        writing.run();
        draw();
    }

    @Override
    public synchronized void close() {
        clear();
        bars.clear();
        err.flush();
    }

    private synchronized void show(Object bar, String line) {
        clear();
        bars.put(bar, line);
        draw();
    }

    private synchronized void remove(Object bar) {
        clear();
        bars.remove(bar);
        draw();
    }

    private void clear() {
        if (drawn > 0) {
            err.print("\u001b[" + drawn + "A" + CLEAR_BELOW);
            drawn = 0;
        }
    }

    private void draw() {
        bars.values().forEach(err::println);
        drawn = bars.size();
        err.flush();
    }

    private final class View implements TrackView, ProgressBarConsumer {
        private final TrackStages stages = new TrackStages();
        private final ProgressBar bar;
        private boolean open = true;

        private View(String name) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(STEPS)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    // The clock goes on while nothing is heard.
                    .continuousUpdate()
                    .setRenderer(new TrackLine(terminal.glyphs()))
                    .setConsumer(this)
                    .build();
        }

        @Override
        public synchronized void at(Step step, double fraction) {
            var before = stages.latest();
            stages.at(step, fraction);
            bar.stepTo(Math.round(STEPS * stages.fraction()));
            bar.setExtraMessage(stages.latest().map(Step::label).orElse(""));
            if (!stages.latest().equals(before)) {
                bar.refresh();
            }
        }

        /** Called by the bar, on its own thread. */
        @Override
        public void accept(String line) {
            if (isOpen()) {
                show(this, line);
            }
        }

        @Override
        public int getMaxRenderedLength() {
            // One less: a full line would make some terminals begin another.
            return terminal.columns() - 1;
        }

        /** Called by the user, and again by the bar. */
        @Override
        public void close() {
            synchronized (this) {
                if (!open) {
                    return;
                }
                open = false;
            }
            bar.close();
            remove(this);
        }

        private synchronized boolean isOpen() {
            return open;
        }
    }
}
