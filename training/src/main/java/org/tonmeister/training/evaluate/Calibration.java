package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;

/**
 * Makes the most of a model that does not learn: each parameter goes through a {@link Line} fitted on other tracks.
 *
 * @param lines one for each parameter
 */
record Calibration(Map<Parameter, Line> lines) {
    /**
     * Fits the lines.
     *
     * @param said what the model said of each example, at the level of tracks
     * @param truths what it should have said
     */
    static Calibration fit(List<Parameters> said, List<Parameters> truths) {
        var lines = new EnumMap<Parameter, Line>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            lines.put(parameter, Line.fit(values(said, parameter), values(truths, parameter)));
        }
        return new Calibration(lines);
    }

    /** The calibrated estimate of a window. */
    Estimate of(Estimate estimate) {
        return new Estimate(of(estimate.parameters()), estimate.weight());
    }

    /** Calibrated parameters, within [0, 1]. */
    Parameters of(Parameters parameters) {
        Parameters calibrated = parameters;
        for (Parameter parameter : Parameter.values()) {
            double value = lines.get(parameter).at(calibrated.get(parameter));
            calibrated = calibrated.with(parameter, Math.max(0, Math.min(1, value)));
        }
        return calibrated;
    }

    private static List<Double> values(List<Parameters> list, Parameter parameter) {
        var values = new ArrayList<Double>(list.size());
        list.forEach(parameters -> values.add(parameters.get(parameter)));
        return values;
    }
}
