package org.tonmeister.training.targets;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tonmeister.training.corpus.CorpusException;
import org.tonmeister.training.corpus.Master;

/**
 * Makes the examples of many tracks on some threads. A track that is finished already is left as it is. What comes out
 * depends neither on the number of threads nor on where an earlier run was stopped.
 */
final class MasterRun {
    private static final int TRACKS_A_LINE = 10;

    private final int threads;
    private final PrintWriter progress;

    MasterRun(int threads, PrintWriter progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What a run made.
     *
     * @param tracks how many
     * @param windows how many windows of them
     */
    record Made(int tracks, int windows) {
        Made plus(int moreWindows) {
            return new Made(tracks + 1, windows + moreWindows);
        }
    }

    /**
     * Makes what is missing.
     *
     * @param folder of the set
     * @throws CorpusException if a track is not there or cannot be decoded
     */
    Made make(List<Master> tracks, Recipe recipe, Path folder)
            throws CorpusException, IOException, InterruptedException {
        var missing = new ArrayList<Master>();
        for (Master track : tracks) {
            if (!ExampleWriter.isFinished(folder, track.md5(), recipe.fingerprint())) {
                missing.add(track);
            }
        }
        progress.printf(
                "%s: %d tracks, of which %d are finished%n",
                folder.getFileName(), tracks.size(), tracks.size() - missing.size());
        progress.flush();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long started = System.nanoTime();
            List<Future<Integer>> running = new ArrayList<>();
            for (Master track : missing) {
                running.add(pool.submit(work(track, recipe, folder)));
            }
            var made = new Made(0, 0);
            for (Future<Integer> track : running) {
                made = made.plus(result(track));
                report(made, missing.size(), (System.nanoTime() - started) / 1e9);
            }
            return made;
        } finally {
            pool.shutdownNow();
            // Each ends with the example that it is at, and removes its parts.
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Callable<Integer> work(Master track, Recipe recipe, Path folder) {
        return () -> {
            MasterTrack master = MasterTrack.read(track);
            try (var writer = ExampleWriter.open(folder, track.md5(), recipe.fingerprint())) {
                int windows = new MasterExamples(recipe).make(master, track.label(), track.md5(), writer);
                writer.finish();
                return windows;
            }
        };
    }

    private static int result(Future<Integer> future) throws CorpusException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorpusException reason) {
                throw reason;
            } else if (e.getCause() instanceof IOException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void report(Made made, int all, double seconds) {
        if (made.tracks() % TRACKS_A_LINE == 0 || made.tracks() == all) {
            progress.printf(
                    Locale.ROOT,
                    "%d of %d tracks, %d windows in %.0f s; %.0f s left%n",
                    made.tracks(),
                    all,
                    made.windows(),
                    seconds,
                    seconds / made.tracks() * (all - made.tracks()));
            progress.flush();
        }
    }
}
