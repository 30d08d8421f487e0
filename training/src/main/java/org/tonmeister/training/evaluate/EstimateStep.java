package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonmeister.training.command.InParallel;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.ExampleSet;
import org.tonmeister.training.targets.ExampleWindows;

/** Asks all predictors about all examples of a set, unless what they said is kept from before. */
final class EstimateStep {
    private final EstimateStore store;
    private final List<PredictorSource> predictors;
    private final int threads;
    private final PrintWriter progress;

    EstimateStep(EstimateStore store, List<PredictorSource> predictors, int threads, PrintWriter progress) {
        this.store = store;
        this.predictors = List.copyOf(predictors);
        this.threads = threads;
        this.progress = progress;
    }

    /** Makes what is missing, so that {@link #estimates} finds it. */
    void run(ExampleSet set) throws TrainingException, IOException, InterruptedException {
        var missing = new ArrayList<Path>();
        for (Path track : set.tracks()) {
            if (!missing(set, track).isEmpty()) {
                missing.add(track);
            }
        }
        var lines = new Progress(progress, "estimates of " + name(set), missing.size());
        var next = new AtomicInteger();
        var workers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < Math.min(threads, missing.size()); i++) {
            workers.add(() -> {
                try (var opened = new OpenPredictors()) {
                    for (int at = next.getAndIncrement(); at < missing.size(); at = next.getAndIncrement()) {
                        judge(set, missing.get(at), opened);
                        lines.oneMore();
                    }
                }
                return null;
            });
        }
        InParallel.run(threads, workers);
    }

    /** What was said of a track, by predictors' names. */
    Map<String, TrackEstimates> estimates(ExampleSet set, Path track) throws IOException {
        var estimates = new LinkedHashMap<String, TrackEstimates>();
        String fingerprint = fingerprint(track);
        for (PredictorSource predictor : predictors) {
            estimates.put(
                    predictor.name(),
                    store.find(predictor, name(set), label(track), fingerprint)
                            .orElseThrow(() -> new IllegalStateException(
                                    "nothing was kept of what " + predictor.name() + " said of " + track)));
        }
        return estimates;
    }

    private List<PredictorSource> missing(ExampleSet set, Path track) throws IOException {
        var missing = new ArrayList<PredictorSource>();
        String fingerprint = fingerprint(track);
        for (PredictorSource predictor : predictors) {
            if (store.find(predictor, name(set), label(track), fingerprint).isEmpty()) {
                missing.add(predictor);
            }
        }
        return missing;
    }

    private void judge(ExampleSet set, Path track, OpenPredictors opened) throws IOException {
        List<ExampleWindows> examples = ExampleSet.read(track);
        for (PredictorSource predictor : missing(set, track)) {
            store.keep(
                    predictor,
                    name(set),
                    label(track),
                    fingerprint(track),
                    TrackEstimates.of(opened.get(predictor), examples));
        }
    }

    /** The JSON beside the windows says all that they depend on. */
    static String fingerprint(Path track) throws IOException {
        return Fingerprint.of(track.resolveSibling(label(track) + ".json"));
    }

    /** The track's file without its suffix: its md5 sum. */
    static String label(Path track) {
        String name = track.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String name(ExampleSet set) {
        return set.folder().getFileName().toString();
    }
}
