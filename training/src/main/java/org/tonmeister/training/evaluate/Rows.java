package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Protocol;

/** The rows of the tables, in their order. */
final class Rows {
    static final String UNTOUCHED = "untouched";
    static final String CONSTANT = "constant";
    static final String TRUE = "true p";
    static final String ENSEMBLE = "ensemble";
    static final String WITH_REFERENCE = " with reference";

    private static final String RAW = " raw";
    static final String CALIBRATED = " calibrated";

    private Rows() {}

    /**
     * All rows.
     *
     * @param constants by protocol
     * @param calibrations by protocol; of the predictor named {@code calibrated}
     * @param ensembles of all predictors, if their weights have been fitted
     */
    static List<Row> of(
            List<PredictorSource> predictors,
            Map<Protocol, Parameters> constants,
            String calibrated,
            Map<Protocol, Calibration> calibrations,
            Optional<Ensembles> ensembles) {
        var rows = new ArrayList<Row>();
        rows.add(yardstick(UNTOUCHED, Parameters.neutral()));
        rows.add(new Row(CONSTANT, Row.Kind.YARDSTICK, (example, said) -> single(constants.get(example.protocol()))));
        for (PredictorSource predictor : predictors) {
            if (predictor.name().equals(calibrated)) {
                rows.add(blind(predictor.name() + RAW, predictor));
                rows.add(calibrated(predictor, calibrations));
            } else {
                rows.add(network(predictor, ensembles));
            }
        }
        ensembles.ifPresent(weights -> rows.add(ensemble(predictors, weights)));
        for (PredictorSource predictor : predictors) {
            if (predictor.readsReference()) {
                EnsembleWeights weights = ensembles.map(Ensembles::reference).orElseGet(EnsembleWeights::equal);
                rows.add(new Row(
                        predictor.name() + WITH_REFERENCE,
                        Row.Kind.REFERENCE,
                        new AloneAnswer(weights, predictor.name(), Use.REFERENCE)));
            }
        }
        ensembles.ifPresent(weights -> rows.add(new Row(
                ENSEMBLE + WITH_REFERENCE,
                Row.Kind.REFERENCE,
                new EnsembleAnswer(weights.reference(), names(predictors), Use.REFERENCE))));
        rows.add(new Row(TRUE, Row.Kind.YARDSTICK, (example, said) -> single(example.parameters())));
        return rows;
    }

    /** The row of all predictors together. */
    static Row ensemble(List<PredictorSource> predictors, Ensembles weights) {
        return new Row(ENSEMBLE, Row.Kind.BLIND, new EnsembleAnswer(weights.blind(), names(predictors), Use.BLIND));
    }

    private static List<String> names(List<PredictorSource> predictors) {
        return predictors.stream().map(PredictorSource::name).toList();
    }

    static Row yardstick(String name, Parameters parameters) {
        return new Row(name, Row.Kind.YARDSTICK, (example, said) -> single(parameters));
    }

    /** A row whose answer depends on the source of the example alone. */
    static Row bySource(String name, Function<String, Parameters> parameters) {
        return new Row(name, Row.Kind.YARDSTICK, (example, said) -> single(parameters.apply(example.source())));
    }

    static Row blind(String name, PredictorSource predictor) {
        return new Row(name, Row.Kind.BLIND, (example, said) -> said.get(predictor.name())
                .of(example.id(), Use.BLIND));
    }

    /** The row of a network alone. */
    static Row network(PredictorSource predictor, Optional<Ensembles> ensembles) {
        EnsembleWeights weights = ensembles.map(Ensembles::blind).orElseGet(EnsembleWeights::equal);
        return new Row(predictor.name(), Row.Kind.BLIND, new AloneAnswer(weights, predictor.name(), Use.BLIND));
    }

    private static Row calibrated(PredictorSource predictor, Map<Protocol, Calibration> calibrations) {
        return new Row(predictor.name() + CALIBRATED, Row.Kind.BLIND, (example, said) -> {
            Calibration calibration = calibrations.get(example.protocol());
            return said.get(predictor.name()).of(example.id(), Use.BLIND).stream()
                    .map(calibration::of)
                    .toList();
        });
    }

    private static List<Estimate> single(Parameters parameters) {
        return List.of(new Estimate(parameters, 1));
    }
}
