package org.tonmeister.training.targets;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.InParallel;
import org.tonmeister.training.command.TrainingException;

/**
 * Makes the examples of many tracks on some threads. A track that is finished already is left as it is. What comes out
 * depends neither on the number of threads nor on where an earlier run was stopped.
 */
public final class ExampleRun {
    private static final int TRACKS_A_LINE = 10;

    private final int threads;
    private final PrintWriter progress;

    /**
     * @param threads how many tracks are worked on at once
     * @param progress gets a line now and then
     */
    public ExampleRun(int threads, PrintWriter progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Makes what is missing.
     *
     * @param set the set's name
     * @return what was made
     * @throws TrainingException if a track is not there or cannot be used
     */
    public <T> Made make(String set, List<T> tracks, ExampleMaker<T> maker)
            throws TrainingException, IOException, InterruptedException {
        var missing = new ArrayList<T>();
        for (T track : tracks) {
            if (!maker.isFinished(track)) {
                missing.add(track);
            }
        }
        progress.printf(
                "%s: %d tracks, of which %d are finished%n", set, tracks.size(), tracks.size() - missing.size());
        progress.flush();
        var lines = new Lines(missing.size());
        InParallel.run(
                threads,
                missing.stream()
                        .map(track -> (Callable<Integer>) () -> maker.make(track))
                        .toList(),
                lines::oneMore);
        return lines.made;
    }

    /**
     * What a run made.
     *
     * @param tracks how many
     * @param windows how many windows of them
     */
    public record Made(int tracks, int windows) {}

    /** What is told of one run. */
    private final class Lines {
        private final long started = System.nanoTime();
        private final int all;
        private Made made = new Made(0, 0);

        Lines(int all) {
            this.all = all;
        }

        void oneMore(int moreWindows) {
            int done = made.tracks() + 1;
            made = new Made(done, made.windows() + moreWindows);
            if (done % TRACKS_A_LINE == 0 || done == all) {
                double seconds = (System.nanoTime() - started) / 1e9;
                progress.printf(
                        Locale.ROOT,
                        "%d of %d tracks, %d windows in %.0f s; %.0f s left%n",
                        done,
                        all,
                        made.windows(),
                        seconds,
                        seconds / done * (all - done));
                progress.flush();
            }
        }
    }
}
