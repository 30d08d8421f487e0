package org.tonmeister.training.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.ensemble.Response;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

/** The ensemble's weights, parameter by parameter, from what its members say of examples they were not trained on. */
public final class EnsembleFit {
    /**
     * What the members said of an example.
     *
     * @param example the truth
     * @param answers at the level of the track, by member
     */
    public record Answered(Example example, Map<String, Parameters> answers) {}

    private static final Set<Parameter> SENDS = EnumSet.of(Parameter.REVERB, Parameter.DELAY);

    /** There are two of B12 for each track. */
    private static final int CLEAN_TIMES = 2;

    private EnsembleFit() {}

    /**
     * The weights and the response with which the members' weighted mean has the least mean absolute error, for each
     * parameter over the examples that know it, and each member's response when it answers alone. Of flawed masters it is
     * known that they need no sends; they are left out there, since they outnumber all others.
     *
     * @param members in the order in which they are installed
     * @param version names the fit
     * @throws IllegalArgumentException if a parameter is known in no example
     */
    public static EnsembleWeights fit(List<String> members, List<Answered> examples, String version) {
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        members.forEach(member -> weights.put(member, new LinkedHashMap<>()));
        Map<String, Response> responses = new LinkedHashMap<>();
        Map<String, Map<String, Response>> alone = new LinkedHashMap<>();
        members.forEach(member -> alone.put(member, new LinkedHashMap<>()));
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
                alone.get(members.get(m))
                        .put(
                                parameter.jsonName(),
                                ResponseFit.FINE
                                        .of(parameter, answers[m], truths)
                                        .response());
            }
            var fitted = ResponseFit.FINE.of(parameter, means(answers, shares), truths);
            responses.put(parameter.jsonName(), fitted.response());
        }
        return new EnsembleWeights(version, weights, responses, alone);
    }

    /** Examples that know a parameter; clean masters, of which there is one a track, as often as one that is all flaws. */
    private static List<Answered> known(List<Answered> examples, Parameter parameter) {
        var known = new ArrayList<Answered>();
        for (Answered answered : examples) {
            Example example = answered.example();
            boolean flawedMaster = example.protocol() == Protocol.A12 || example.protocol() == Protocol.B12;
            if (example.known().contains(parameter) && !(flawedMaster && SENDS.contains(parameter))) {
                known.addAll(Collections.nCopies(example.protocol() == Protocol.CLEAN ? CLEAN_TIMES : 1, answered));
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
