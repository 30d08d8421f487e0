package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;

/**
 * What one predictor says of a master as it is, and of the same with each flaw.
 *
 * @param untouched at the level of the track
 * @param flawed the same; a flaw that the track cannot have is missing
 */
record FlawAnswers(Parameters untouched, Map<Flaw, Parameters> flawed) {
    /** A change smaller than that is none. */
    static final double LEAST_RISE = 0.005;

    /** The same with all values calibrated. */
    FlawAnswers calibrated(Calibration calibration) {
        var all = new LinkedHashMap<Flaw, Parameters>();
        flawed.forEach((flaw, parameters) -> all.put(flaw, calibration.of(parameters)));
        return new FlawAnswers(calibration.of(untouched), all);
    }

    /** The same as a network says it alone. */
    FlawAnswers alone(EnsembleWeights weights, String model) {
        var all = new LinkedHashMap<Flaw, Parameters>();
        flawed.forEach((flaw, parameters) -> all.put(flaw, weights.alone(model, parameters)));
        return new FlawAnswers(weights.alone(model, untouched), all);
    }

    /**
     * What predictors say together.
     *
     * @param answers of each predictor, for the same tracks in the same order
     */
    static List<FlawAnswers> blended(Map<String, List<FlawAnswers>> answers, EnsembleWeights weights) {
        int tracks = answers.values().iterator().next().size();
        var blended = new ArrayList<FlawAnswers>();
        for (int i = 0; i < tracks; i++) {
            int track = i;
            var flawed = new LinkedHashMap<Flaw, Parameters>();
            for (Flaw flaw :
                    answers.values().iterator().next().get(track).flawed().keySet()) {
                flawed.put(flaw, weights.blend(of(answers, track, answer -> answer.flawed()
                        .get(flaw))));
            }
            blended.add(new FlawAnswers(weights.blend(of(answers, track, FlawAnswers::untouched)), flawed));
        }
        return blended;
    }

    private static Map<String, Parameters> of(
            Map<String, List<FlawAnswers>> answers, int track, Function<FlawAnswers, Parameters> part) {
        var parts = new LinkedHashMap<String, Parameters>();
        answers.forEach((name, list) -> parts.put(name, part.apply(list.get(track))));
        return parts;
    }

    /** Whether what should rise does so. */
    boolean isRight(Flaw flaw) {
        Parameters parameters = flawed.get(flaw);
        return flaw.rising().stream()
                .anyMatch(parameter -> parameters.get(parameter) - untouched.get(parameter) > LEAST_RISE);
    }

    /** Mean distance of the untouched master's estimate from neutral, over the seven that masters are flawed in. */
    double distanceFromNeutral() {
        return Judged.SEVEN.stream()
                .mapToDouble(parameter -> Math.abs(untouched.get(parameter) - parameter.neutral()))
                .average()
                .orElseThrow();
    }
}
