package org.tonmeister.training.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.ensemble.Response;
import org.tonmeister.training.targets.Example;

/** The ensemble's weights, parameter by parameter, from what its members say of examples they were not trained on. */
public final class EnsembleFit {
    /**
     * What the members said of an example.
     *
     * @param example the truth
     * @param answers at the level of the track, by member
     */
    public record Answered(Example example, Map<String, Parameters> answers) {}

    private EnsembleFit() {}

    /**
     * The weights and the response with which the members' weighted mean has the least mean absolute error, for each
     * parameter over the examples that know it.
     *
     * @param members in the order in which they are installed
     * @param version names the fit
     * @throws IllegalArgumentException if a parameter is known in no example
     */
    public static EnsembleWeights fit(List<String> members, List<Answered> examples, String version) {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        members.forEach(member -> weights.put(member, new LinkedHashMap<>()));
        Map<String, Response> responses = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            List<Answered> known = known(examples, parameter);
            double[][] answers = answers(members, known, parameter);
            double[] truths = known.stream()
                    .mapToDouble(answered -> answered.example().parameters().get(parameter))
                    .toArray();
            double[] shares = SimplexFit.weights(
                    answers,
                    means -> ResponseFit.COARSE.of(parameter, means, truths).cost());
            for (int m = 0; m < shares.length; m++) {
                weights.get(members.get(m)).put(parameter.jsonName(), shares[m]);
            }
            var fitted = ResponseFit.FINE.of(parameter, means(answers, shares), truths);
            responses.put(parameter.jsonName(), fitted.response());
        }
        return new EnsembleWeights(version, weights, responses);
    }

    private static List<Answered> known(List<Answered> examples, Parameter parameter) {
        var known = new ArrayList<Answered>();
        for (Answered answered : examples) {
            if (answered.example().known().contains(parameter)) {
                known.add(answered);
            }
        }
        return known;
    }

    /** {@code [members][examples]}. */
    private static double[][] answers(List<String> members, List<Answered> examples, Parameter parameter) {
        double[][] answers = new double[members.size()][];
        for (int m = 0; m < answers.length; m++) {
            String member = members.get(m);
            answers[m] = examples.stream()
                    .mapToDouble(answered -> answered.answers().get(member).get(parameter))
                    .toArray();
        }
        return answers;
    }

    private static double[] means(double[][] answers, double[] shares) {
        double[] means = new double[answers[0].length];
        for (int m = 0; m < shares.length; m++) {
            for (int i = 0; i < means.length; i++) {
                means[i] += shares[m] * answers[m][i];
            }
        }
        for (int i = 0; i < means.length; i++) {
            // A mean of numbers up to 1 may come out an ulp above it.
            means[i] = Math.min(1, means[i]);
        }
        return means;
    }
}
