package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.ExampleSet;
import org.tonmeister.training.targets.Protocol;

/** The whole evaluation, from the sets of examples to the figures. What is kept in the work folder is not made again. */
final class EvaluationRun {
    private final Settings settings;
    private final Masters masters;
    private final List<PredictorSource> predictors;
    private final Optional<Ensembles> ensembles;
    private final PrintWriter progress;

    /**
     * What is judged.
     *
     * @param work where sets lie and estimates are kept
     * @param sets what the names of the masters' sets begin with
     * @param sends the same of dry sources
     * @param threads tracks judged at once
     * @param soundTracks how many tracks are listened to, evenly spaced; with 0 the music need not be there
     */
    record Settings(Path work, String sets, String sends, int threads, int soundTracks) {
        Path set(String name) {
            return work.resolve("targets").resolve(name);
        }
    }

    EvaluationRun(
            Settings settings,
            Masters masters,
            List<PredictorSource> predictors,
            Optional<Ensembles> ensembles,
            PrintWriter progress) {
        this.ensembles = ensembles;
        this.settings = settings;
        this.masters = masters;
        this.predictors = List.copyOf(predictors);
        this.progress = progress;
    }

    /** @param commit of the project, for the record */
    Evaluation evaluate(String commit) throws TrainingException, IOException, InterruptedException {
        var sets = new TreeMap<String, String>();
        ExampleSet test = open(settings.sets() + "-test", sets);
        ExampleSet train = open(settings.sets() + "-train", sets);
        ExampleSet val = open(settings.sets() + "-val", sets);
        var evaluator =
                new Evaluator(settings.work(), predictors, ensembles, Analyser.NAME, settings.threads(), progress);
        Map<Protocol, Calibration> calibrations = evaluator.calibrations(val);
        List<Row> rows = evaluator.rows(train, calibrations);
        List<JudgedTrack> tracks = evaluator.judge(test, rows);
        var sends = sends(evaluator, sets);
        List<JudgedTrack> heard = evenly(tracks, settings.soundTracks());
        Map<Protocol, Map<String, SoundFigures>> sound = sound(heard);
        Map<String, BehaviourFigures> behaviour = behaviour(heard, calibrations.get(Protocol.A12));
        var figures = new ArrayList<RowFigures>();
        for (Row row : rows) {
            figures.add(RowFigures.of(row, tracks, sound));
        }
        return new Evaluation(
                new Provenance(
                        commit,
                        masters.manifest(),
                        sets,
                        versions(),
                        Bootstrap.SEED,
                        heard.size(),
                        Provenance.PROTOCOL),
                figures,
                sends,
                behaviour,
                evaluator.timing(test),
                tracks);
    }

    private static List<JudgedTrack> evenly(List<JudgedTrack> tracks, int count) {
        int most = Math.min(count, tracks.size());
        return IntStream.range(0, most)
                .mapToObj(i -> tracks.get((int) ((long) i * tracks.size() / most)))
                .toList();
    }

    private ExampleSet open(String name, Map<String, String> fingerprints) throws TrainingException, IOException {
        ExampleSet set = ExampleSet.open(settings.set(name));
        var all = new StringBuilder();
        for (Path track : set.tracks()) {
            all.append(EstimateStep.label(track)).append(EstimateStep.fingerprint(track));
        }
        fingerprints.put(name, Fingerprint.of(all.toString()));
        return set;
    }

    private Map<String, Map<String, Map<String, SendFigures>>> sends(
            Evaluator evaluator, Map<String, String> fingerprints)
            throws TrainingException, IOException, InterruptedException {
        if (!Files.isDirectory(settings.set(settings.sends() + "-test"))) {
            progress.println("there are no examples of dry sources: the sends are left out");
            return Map.of();
        }
        ExampleSet test = open(settings.sends() + "-test", fingerprints);
        ExampleSet train = open(settings.sends() + "-train", fingerprints);
        List<Row> rows = evaluator.sendRows(train);
        return SendFigures.of(rows, evaluator.judge(test, rows));
    }

    private Map<Protocol, Map<String, SoundFigures>> sound(List<JudgedTrack> tracks)
            throws TrainingException, IOException, InterruptedException {
        Map<Protocol, Map<String, SoundFigures>> sound = new EnumMap<>(Protocol.class);
        if (settings.soundTracks() > 0) {
            var step = new SoundStep(
                    new SoundStore(settings.work().resolve("sound")), masters, settings.threads(), progress);
            for (Protocol protocol : RowFigures.PROTOCOLS) {
                sound.put(protocol, step.measure(tracks, protocol));
            }
        }
        return sound;
    }

    private Map<String, BehaviourFigures> behaviour(List<JudgedTrack> tracks, Calibration calibration)
            throws TrainingException, IOException, InterruptedException {
        Map<String, BehaviourFigures> behaviour = new LinkedHashMap<>();
        if (settings.soundTracks() > 0) {
            var step = new BehaviourStep(
                    new FlawStore(settings.work().resolve("behaviour")),
                    masters,
                    predictors,
                    settings.threads(),
                    progress);
            var answers = step.answers(tracks.stream().map(JudgedTrack::md5).toList());
            answers.forEach((name, list) -> behaviour.put(name, BehaviourFigures.of(alone(name, list))));
            List<FlawAnswers> calibrated = answers.getOrDefault(Analyser.NAME, List.of()).stream()
                    .map(answer -> answer.calibrated(calibration))
                    .toList();
            if (!calibrated.isEmpty()) {
                behaviour.put(Analyser.NAME + Rows.CALIBRATED, BehaviourFigures.of(calibrated));
            }
            ensembles.ifPresent(weights ->
                    behaviour.put(Rows.ENSEMBLE, BehaviourFigures.of(FlawAnswers.blended(answers, weights.blind()))));
        }
        return behaviour;
    }

    private List<FlawAnswers> alone(String model, List<FlawAnswers> answers) {
        if (ensembles.isEmpty() || model.equals(Analyser.NAME)) {
            return answers;
        }
        EnsembleWeights weights = ensembles.get().blind();
        return answers.stream().map(answer -> answer.alone(weights, model)).toList();
    }

    private Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        predictors.forEach(predictor -> versions.put(predictor.name(), predictor.version()));
        ensembles.ifPresent(
                weights -> versions.put(Rows.ENSEMBLE, weights.blind().version()));
        return versions;
    }
}
