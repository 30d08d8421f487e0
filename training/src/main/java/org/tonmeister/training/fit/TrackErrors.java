package org.tonmeister.training.fit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonmeister.audio.dsp.Parameter;

/**
 * Mean absolute errors of tracks' answers.
 *
 * @param byJudgement by protocol, such as {@code a12} and {@code a12+reference}, and parameter
 */
record TrackErrors(Map<String, Map<Parameter, Double>> byJudgement) {
    /** Means over examples. */
    static TrackErrors of(Map<String, List<Map<Parameter, Double>>> examples) {
        var means = new TreeMap<String, Map<Parameter, Double>>();
        examples.forEach((name, all) -> {
            var mean = new EnumMap<Parameter, Double>(Parameter.class);
            all.forEach(errors -> errors.forEach((p, e) -> mean.merge(p, e / all.size(), Double::sum)));
            means.put(name, mean);
        });
        return new TrackErrors(means);
    }

    /** Over the parameters that were judged; 0 if there was nothing to judge. */
    double mean(String judgement) {
        return byJudgement.getOrDefault(judgement, Map.of()).values().stream()
                .mapToDouble(e -> e)
                .average()
                .orElse(0);
    }

    /**
     * What is to be small: the error of A12 without and with a reference, and some of that of B12 and of the sends.
     */
    double figure() {
        return mean("a12")
                + mean("a12+reference")
                + 0.25 * (mean("b12") + mean("b12+reference"))
                + 0.25 * mean("sends");
    }

    /** What {@link #json} gives, read back. */
    @JsonCreator
    static TrackErrors ofJson(Map<String, Map<String, Double>> json) {
        var errors = new TreeMap<String, Map<Parameter, Double>>();
        json.forEach((judgement, numbers) -> {
            var own = new EnumMap<Parameter, Double>(Parameter.class);
            for (Parameter parameter : Parameter.values()) {
                Double error = numbers.get(parameter.jsonName());
                if (error != null) {
                    own.put(parameter, error);
                }
            }
            errors.put(judgement, own);
        });
        return new TrackErrors(errors);
    }

    /** For JSON: means, then the errors of each parameter. */
    @JsonValue
    Map<String, Map<String, Double>> json() {
        var json = new LinkedHashMap<String, Map<String, Double>>();
        byJudgement.forEach((name, errors) -> {
            var numbers = new LinkedHashMap<String, Double>();
            numbers.put("mean", mean(name));
            errors.forEach((p, e) -> numbers.put(p.jsonName(), e));
            json.put(name, numbers);
        });
        return json;
    }
}
