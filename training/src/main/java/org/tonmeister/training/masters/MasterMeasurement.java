package org.tonmeister.training.masters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.predict.analyser.MasterMeter;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusException;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Master;

/**
 * Measures tracks on some threads, each at the work level. What they find is combined in the order of the tracks, so the
 * result does not depend on the number of threads.
 */
final class MasterMeasurement {
    /** Spectrograms of this many tracks a thread wait at most: some 4 MB each. */
    private static final int TRACKS_AHEAD = 4;

    private static final int TRACKS_A_LINE = 20;

    private final CorpusCache cache;
    private final int threads;
    private final PrintWriter progress;

    MasterMeasurement(CorpusCache cache, int threads, PrintWriter progress) {
        this.cache = cache;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Measures all tracks.
     *
     * @throws CorpusException if one of them is not there or cannot be decoded
     */
    MasterStatistics measure(List<CorpusTrack> tracks, String version)
            throws CorpusException, IOException, InterruptedException {
        var meter = new MasterMeter();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<Future<List<SpectrogramWindow>>> running = new ArrayDeque<>();
            int submitted = 0;
            for (int done = 0; done < tracks.size(); done++) {
                while (submitted < tracks.size() && running.size() < threads * TRACKS_AHEAD) {
                    running.add(pool.submit(work(tracks.get(submitted++))));
                }
                meter.add(result(running.remove()));
                report(done + 1, tracks.size());
            }
            return meter.statistics(version);
        } finally {
            pool.shutdownNow();
        }
    }

    /** A track's spectrograms; spectra and filters keep state, so each track has its own. */
    private Callable<List<SpectrogramWindow>> work(CorpusTrack track) {
        return () -> {
            Path file = Master.of(track, cache).sound().file();
            var windows = new TrackWindows();
            var list = new ArrayList<SpectrogramWindow>();
            try {
                double lufs = windows.loudness(file).integratedLufs();
                windows.read(file, WindowWeight.WORK_LEVEL_LUFS - lufs, list::add);
            } catch (AudioFormatException e) {
                throw new CorpusException(track.label() + ": " + e.getMessage());
            }
            return list;
        };
    }

    private static <T> T result(Future<T> future) throws CorpusException, IOException, InterruptedException {
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

    private void report(int done, int all) {
        if (done % TRACKS_A_LINE == 0 || done == all) {
            progress.printf(Locale.ROOT, "%d of %d tracks measured%n", done, all);
            progress.flush();
        }
    }
}
