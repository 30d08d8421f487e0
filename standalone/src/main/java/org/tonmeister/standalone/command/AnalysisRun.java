package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;
import org.tonmeister.standalone.console.Step;
import org.tonmeister.standalone.console.WorkStep;
import org.tonmeister.standalone.plot.Picture;
import org.tonmeister.standalone.plot.PlotException;
import org.tonmeister.standalone.sound.FileAnalysis;
import org.tonmeister.standalone.sound.FileAnalysis.Depth;

/** Measures files, two at a time, and hands on what comes out in the order of the files. */
final class AnalysisRun {
    /** Read and measured. */
    private static final Step MEASURING = new WorkStep(0, "measuring", 0.95);
    /** Its picture is drawn. */
    private static final Step DRAWING = new WorkStep(1, "drawing", 0.05);

    static final List<Step> STEPS = List.of(MEASURING, DRAWING);

    private static final int AT_A_TIME = 2;
    /** So many may be ahead of the one that is waited for; what is done is kept until then. */
    private static final int AHEAD = 4;

    private final ProgressDisplay display;
    private final Optional<Path> pictures;
    private boolean complete = true;

    /** @param pictures folder for them, if they are wanted */
    AnalysisRun(ProgressDisplay display, Optional<Path> pictures) {
        this.display = display;
        this.pictures = pictures;
    }

    /** Whether all was done. */
    boolean analyse(List<Path> files, AnalysisResults results) throws IOException, InterruptedException {
        var inputs = files.stream().map(InputFile::new).toList();
        List<String> names = OutputNames.of(inputs);
        Deque<Future<Outcome>> ahead = new ArrayDeque<>();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(AT_A_TIME, Runtime.getRuntime().availableProcessors()), AnalysisRun::daemon);
        try {
            for (int i = 0; i < inputs.size(); i++) {
                InputFile input = inputs.get(i);
                String name = names.get(i);
                ahead.add(threads.submit(() -> outcome(input, name)));
                if (ahead.size() > AHEAD) {
                    take(ahead.remove(), results);
                }
            }
            while (!ahead.isEmpty()) {
                take(ahead.remove(), results);
            }
        } finally {
            threads.shutdownNow();
        }
        return complete;
    }

    /**
     * What became of a file.
     *
     * @param analysis empty if it cannot be read
     * @param complaint what went wrong, if something did
     */
    private record Outcome(Path path, Optional<FileAnalysis> analysis, Optional<String> complaint) {}

    private void take(Future<Outcome> future, AnalysisResults results) throws IOException, InterruptedException {
        Outcome outcome;
        try {
            outcome = future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A measurement failed: " + e.getCause(), e.getCause());
        }
        if (outcome.analysis().isPresent()) {
            results.add(outcome.analysis().get());
        }
        outcome.complaint().ifPresent(reason -> {
            complete = false;
            display.say(outcome.path() + ": " + Reasons.firstLine(reason));
        });
    }

    private Outcome outcome(InputFile input, String name) {
        Path path = input.path();
        Optional<String> complaint = input.complaint();
        if (complaint.isPresent()) {
            return new Outcome(path, Optional.empty(), complaint);
        }
        try (TrackView view = display.begin(input.name())) {
            FileAnalysis analysis = FileAnalysis.of(
                    path,
                    pictures.isPresent() ? Depth.SPECTROGRAM : Depth.FIGURES,
                    (pass, fraction) -> view.at(MEASURING, fraction));
            return new Outcome(path, Optional.of(analysis.withoutSketch()), drawn(analysis, name, view));
        } catch (IOException e) {
            return new Outcome(path, Optional.empty(), Optional.of(Reasons.of(e)));
        }
    }

    /** Draws the picture if it is wanted; why not, if it cannot. */
    private Optional<String> drawn(FileAnalysis analysis, String name, TrackView view) {
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        view.at(DRAWING, 0);
        Path file = pictures.get().resolve(name + ".analysis.png");
        try {
            Picture.ofAnalysis(analysis, file);
            return Optional.empty();
        } catch (PlotException e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            return Optional.of("cannot write " + file + ": " + Reasons.of(e));
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "analysis");
        thread.setDaemon(true);
        return thread;
    }
}
