package org.tonmeister.training.masters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.predict.analyser.MasterMeter;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.InParallel;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Master;

/**
 * Measures tracks on some threads, each at the work level. What they find is combined in the order of the tracks, so the
 * result does not depend on the number of threads.
 */
final class MasterMeasurement {
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
     * @throws TrainingException if one of them is not there or cannot be decoded
     */
    MasterStatistics measure(List<CorpusTrack> tracks, String version)
            throws TrainingException, IOException, InterruptedException {
        var meter = new MasterMeter();
        var done = new AtomicInteger();
        InParallel.run(threads, tracks.stream().map(this::work).toList(), windows -> {
            meter.add(windows);
            report(done.incrementAndGet(), tracks.size());
        });
        return meter.statistics(version);
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
                throw new TrainingException(track.label() + ": " + e.getMessage());
            }
            return list;
        };
    }

    private void report(int done, int all) {
        if (done % TRACKS_A_LINE == 0 || done == all) {
            progress.printf(Locale.ROOT, "%d of %d tracks measured%n", done, all);
            progress.flush();
        }
    }
}
