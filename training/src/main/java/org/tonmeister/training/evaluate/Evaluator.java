package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleSet;
import org.tonmeister.training.targets.Protocol;

/** Judges predictors on the examples of masters. */
final class Evaluator {
    private final EstimateStep estimates;
    private final List<PredictorSource> predictors;
    private final Optional<Ensembles> ensembles;
    private final String calibrated;

    /**
     * @param ensembles of the predictors, if their weights have been fitted
     * @param calibrated name of the predictor that is judged both raw and calibrated
     */
    Evaluator(
            Path work,
            List<PredictorSource> predictors,
            Optional<Ensembles> ensembles,
            String calibrated,
            int threads,
            PrintWriter progress) {
        this.ensembles = ensembles;
        this.predictors = List.copyOf(predictors);
        this.calibrated = calibrated;
        estimates = new EstimateStep(new EstimateStore(work.resolve("estimates")), predictors, threads, progress);
    }

    /**
     * The rows for masters.
     *
     * @param train the constants are fitted on it
     * @param val the calibrations are fitted on it
     */
    List<Row> rows(ExampleSet train, Map<Protocol, Calibration> calibrations) throws IOException {
        List<Example> examples = Constants.examples(train);
        Map<Protocol, Parameters> constants = new EnumMap<>(Protocol.class);
        for (Protocol protocol : RowFigures.PROTOCOLS) {
            constants.put(protocol, Constants.medians(examples, example -> example.protocol() == protocol));
        }
        constants.put(Protocol.CLEAN, constants.get(Protocol.A12));
        return Rows.of(predictors, constants, calibrated, calibrations, ensembles);
    }

    /** Calibrations by protocol; clean masters have that of A12. */
    Map<Protocol, Calibration> calibrations(ExampleSet val)
            throws TrainingException, IOException, InterruptedException {
        estimates.run(val);
        Map<Protocol, Calibration> calibrations = new EnumMap<>(Protocol.class);
        for (Protocol protocol : RowFigures.PROTOCOLS) {
            var said = new ArrayList<Parameters>();
            var truths = new ArrayList<Parameters>();
            for (Path track : val.tracks()) {
                TrackEstimates ofTrack = estimates.estimates(val, track).get(calibrated);
                for (Example example : ExampleSet.examples(track)) {
                    if (ofTrack != null && example.protocol() == protocol) {
                        said.add(TrackMean.of(ofTrack.of(example.id(), Use.BLIND)));
                        truths.add(example.parameters());
                    }
                }
            }
            if (said.isEmpty()) {
                throw new TrainingException("there is no example by " + protocol.jsonName() + " in " + val.folder()
                        + " to calibrate by; tonmeister train targets makes some");
            }
            calibrations.put(protocol, Calibration.fit(said, truths));
        }
        calibrations.put(Protocol.CLEAN, calibrations.get(Protocol.A12));
        return calibrations;
    }

    /** The rows for sends: nothing, the constants, and the predictors as they are. */
    List<Row> sendRows(ExampleSet train) throws IOException {
        List<Example> examples = Constants.examples(train);
        var rows = new ArrayList<Row>();
        rows.add(Rows.yardstick(Rows.UNTOUCHED, Parameters.neutral()));
        rows.add(Rows.yardstick(Rows.CONSTANT, Constants.medians(examples, example -> true)));
        var bySource = new LinkedHashMap<String, Parameters>();
        rows.add(Rows.bySource(
                SendFigures.SOURCE_CONSTANT,
                source -> bySource.computeIfAbsent(
                        source,
                        wanted -> Constants.medians(
                                examples, example -> example.source().equals(wanted)))));
        predictors.forEach(predictor -> rows.add(Rows.network(predictor, ensembles)));
        ensembles.ifPresent(weights -> rows.add(Rows.ensemble(predictors, weights)));
        return rows;
    }

    /** What the rows say of every track. */
    List<JudgedTrack> judge(ExampleSet set, List<Row> rows)
            throws TrainingException, IOException, InterruptedException {
        estimates.run(set);
        var tracks = new ArrayList<JudgedTrack>();
        for (Path track : set.tracks()) {
            Map<String, TrackEstimates> said = estimates.estimates(set, track);
            List<Example> examples = ExampleSet.examples(track);
            var byRow = new LinkedHashMap<String, List<JudgedExample>>();
            for (Row row : rows) {
                byRow.put(
                        row.name(),
                        examples.stream()
                                .map(example -> row.judge(example, said))
                                .toList());
            }
            tracks.add(new JudgedTrack(EstimateStep.label(track), EstimateStep.fingerprint(track), examples, byRow));
        }
        return tracks;
    }

    /** What the predictors cost, measured on the clean windows of a track of the set. */
    Map<String, Timing> timing(ExampleSet set) throws IOException {
        Optional<List<SpectrogramWindow>> windows = ExampleSet.read(set.tracks().get(0)).stream()
                .filter(example -> example.example().protocol() == Protocol.CLEAN)
                .map(example -> example.windows())
                .findFirst();
        var timing = new LinkedHashMap<String, Timing>();
        if (windows.isPresent()) {
            predictors.forEach(predictor -> timing.put(predictor.name(), Timing.of(predictor, windows.get())));
        }
        return timing;
    }
}
