package org.tonmeister.training.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;

/**
 * How far a row is off, and how much less than the constant.
 *
 * @param tracks how many there are
 * @param mae mean absolute error over the parameters
 * @param skill 1 − MAE / MAE of the constant
 * @param skillStandardError of {@code skill}, by {@link Bootstrap}
 * @param maeByParameter by names
 * @param skillByParameter by names
 */
record ErrorFigures(
        int tracks,
        double mae,
        double skill,
        double skillStandardError,
        Map<String, Double> maeByParameter,
        Map<String, Double> skillByParameter) {
    static ErrorFigures of(Errors errors, Errors constant, List<Parameter> parameters) {
        var mae = new LinkedHashMap<String, Double>();
        var skill = new LinkedHashMap<String, Double>();
        for (Parameter parameter : parameters) {
            mae.put(parameter.jsonName(), errors.mae(parameter));
            skill.put(parameter.jsonName(), errors.skill(List.of(parameter), constant));
        }
        return new ErrorFigures(
                errors.tracks(),
                errors.mae(parameters),
                errors.skill(parameters, constant),
                Bootstrap.standardError(errors, constant, parameters),
                mae,
                skill);
    }
}
