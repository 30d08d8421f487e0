package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.InParallel;
import org.tonmeister.training.command.TrainingException;

/** Shows all predictors real masters, as they are and with plain flaws, unless what they said is kept from before. */
final class BehaviourStep {
    private final FlawStore store;
    private final Masters masters;
    private final List<PredictorSource> predictors;
    private final int threads;
    private final PrintWriter progress;

    BehaviourStep(
            FlawStore store, Masters masters, List<PredictorSource> predictors, int threads, PrintWriter progress) {
        this.store = store;
        this.masters = masters;
        this.predictors = List.copyOf(predictors);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What each predictor says of each track, by predictors' names.
     *
     * @param tracks md5 sums
     */
    Map<String, List<FlawAnswers>> answers(List<String> tracks)
            throws TrainingException, IOException, InterruptedException {
        var lines = new Progress(progress, "behaviour", tracks.size());
        var next = new AtomicInteger();
        var workers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < Math.min(threads, tracks.size()); i++) {
            workers.add(() -> {
                try (var opened = new OpenPredictors()) {
                    for (int at = next.getAndIncrement(); at < tracks.size(); at = next.getAndIncrement()) {
                        show(tracks.get(at), opened);
                        lines.oneMore();
                    }
                }
                return null;
            });
        }
        InParallel.run(threads, workers);
        var answers = new LinkedHashMap<String, List<FlawAnswers>>();
        for (PredictorSource predictor : predictors) {
            var list = new ArrayList<FlawAnswers>();
            for (String track : tracks) {
                list.add(store.find(predictor, track).orElseThrow());
            }
            answers.put(predictor.name(), list);
        }
        return answers;
    }

    private void show(String md5, OpenPredictors opened) throws TrainingException, IOException, InterruptedException {
        var missing = new ArrayList<PredictorSource>();
        for (PredictorSource predictor : predictors) {
            if (store.find(predictor, md5).isEmpty()) {
                missing.add(predictor);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        var master = masters.read(md5);
        var flawed = new FlawedMaster(master);
        Map<Flaw, List<SpectrogramWindow>> windows = new EnumMap<>(Flaw.class);
        for (Flaw flaw : Flaw.values()) {
            // A mono track cannot be narrowed.
            if (flaw != Flaw.NARROW || !master.isMono()) {
                windows.put(flaw, flawed.with(flaw));
            }
        }
        List<SpectrogramWindow> untouched = flawed.untouched();
        for (PredictorSource source : missing) {
            TrackPredictor predictor = opened.get(source);
            Map<Flaw, Parameters> said = new EnumMap<>(Flaw.class);
            windows.forEach((flaw, list) -> said.put(flaw, TrackMean.of(predictor.estimate(list, List.of()))));
            store.keep(source, md5, new FlawAnswers(TrackMean.of(predictor.estimate(untouched, List.of())), said));
        }
    }
}
