package org.tonmeister.training.sends;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.training.corpus.CorpusException;
import org.tonmeister.training.targets.ExampleWriter;

/**
 * Makes the examples of many dry tracks on some threads. A track that is finished already is left as it is. What comes
 * out depends neither on the number of threads nor on where an earlier run was stopped.
 */
final class SendRun {
    private static final int TRACKS_A_LINE = 10;

    private final SendRecipe recipe;
    private final int threads;
    private final PrintWriter progress;

    SendRun(SendRecipe recipe, int threads, PrintWriter progress) {
        this.recipe = recipe;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Makes what is missing.
     *
     * @param folder of the set
     * @throws CorpusException if a track is not there or cannot be used
     */
    void make(List<DrySource> sources, Path folder) throws CorpusException, IOException, InterruptedException {
        var missing = new ArrayList<DrySource>();
        for (DrySource source : sources) {
            if (!ExampleWriter.isFinished(folder, source.md5(), recipe.fingerprint(source))) {
                missing.add(source);
            }
        }
        progress.printf(
                "%s: %d tracks, of which %d are finished%n",
                folder.getFileName(), sources.size(), sources.size() - missing.size());
        progress.flush();
        long started = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (DrySource source : missing) {
                running.add(pool.submit(() -> make(source, folder)));
            }
            int windows = 0;
            for (int done = 0; done < running.size(); done++) {
                windows += result(running.get(done));
                report(done + 1, missing.size(), windows, (System.nanoTime() - started) / 1e9);
            }
        } finally {
            pool.shutdownNow();
            // Each ends with the example that it is at, and removes its parts.
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private int make(DrySource source, Path folder) throws IOException, CorpusException, InterruptedException {
        DryMusic music;
        try {
            music = DryMusic.read(source.sound().file(), SendRecipe.SECONDS);
        } catch (AudioFormatException e) {
            throw new CorpusException(source.label() + ": " + e.getMessage());
        }
        try (var writer = ExampleWriter.open(folder, source.md5(), recipe.fingerprint(source))) {
            int windows = new SendExamples(recipe).make(source, music, writer);
            writer.finish();
            return windows;
        }
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

    private void report(int done, int all, int windows, double seconds) {
        if (done % TRACKS_A_LINE == 0 || done == all) {
            progress.printf(
                    Locale.ROOT,
                    "%d of %d tracks, %d windows in %.0f s; %.0f s left%n",
                    done,
                    all,
                    windows,
                    seconds,
                    seconds / done * (all - done));
            progress.flush();
        }
    }
}
