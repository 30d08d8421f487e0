package org.tonmeister.training.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameters;

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
