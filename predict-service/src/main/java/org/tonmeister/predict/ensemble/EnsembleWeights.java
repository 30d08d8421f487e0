package org.tonmeister.predict.ensemble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * How much each model counts in each parameter, and what becomes of the mean. As JSON:
 * {@code {"version": "…", "weights": {"analyser": {"inputGain": 0.3, … all ten …}, …}, "responses": {"inputGain":
 * {"threshold": 0.01, "gain": 1.1}, …}, "alone": {"analyser": {"inputGain": {"threshold": 0.02, "gain": 1.2}, …}, …}}}.
 *
 * @param version names the fit
 * @param weights numbers ≥ 0 by model and by {@link Parameter#jsonName}; only their proportions matter. A model that is
 *     not in the map counts with an equal share: see {@link #shares}
 * @param responses by {@link Parameter#jsonName}; a mean without one stays as it is
 * @param alone responses of models that answer alone, by model and by {@link Parameter#jsonName}
 */
public record EnsembleWeights(
        String version,
        Map<String, Map<String, Double>> weights,
        Map<String, Response> responses,
        Map<String, Map<String, Response>> alone) {
    private static final String RESOURCE = "/org/tonmeister/predict/ensemble-weights.json";

    /** Checks and copies. */
    public EnsembleWeights {
        if (version == null || weights == null) {
            throw new IllegalArgumentException("ensemble weights need a 'version' and 'weights'");
        }
        weights.forEach(EnsembleWeights::check);
        var copy = new TreeMap<String, Map<String, Double>>();
        weights.forEach((model, byName) -> copy.put(model, new TreeMap<>(byName)));
        weights = copy;
        responses = responses == null ? Map.of() : new TreeMap<>(responses);
        responses.keySet().forEach(Parameter::ofJsonName);
        alone = alone == null ? Map.of() : new TreeMap<>(alone);
        alone.values().forEach(byName -> byName.keySet().forEach(Parameter::ofJsonName));
    }

    /** Weights whose means stay as they are. */
    public EnsembleWeights(String version, Map<String, Map<String, Double>> weights) {
        this(version, weights, Map.of(), Map.of());
    }

    /** Every model counts the same. */
    public static EnsembleWeights equal() {
        return new EnsembleWeights("equal", Map.of());
    }

    /** The weights that come with this release. */
    public static EnsembleWeights bundled() {
        try (InputStream in = EnsembleWeights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            return parse(in.readAllBytes(), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The weights in a file.
     *
     * @throws IllegalArgumentException if it is not such a file
     * @throws IOException if it cannot be read
     */
    public static EnsembleWeights read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.toString());
    }

    /** Writes the file that {@link #read} reads. */
    public void write(Path file) throws IOException {
        var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(file, mapper.writeValueAsString(this) + "\n");
    }

    /**
     * What the models say together.
     *
     * @param answers of each model, at the level of the track; not empty
     */
    public Parameters blend(Map<String, Parameters> answers) {
        return blend(List.copyOf(answers.values()), shares(List.copyOf(answers.keySet())));
    }

    /** What the models say together, by shares that {@link #shares} has given. */
    Parameters blend(List<Parameters> values, double[][] shares) {
        return answered(Blend.of(values, shares), responses);
    }

    /**
     * What a model says without the others.
     *
     * @param mean of its windows
     */
    public Parameters alone(String model, Parameters mean) {
        return answered(mean, alone.getOrDefault(model, Map.of()));
    }

    private static Parameters answered(Parameters mean, Map<String, Response> responses) {
        Parameters answer = mean;
        for (Parameter p : Parameter.values()) {
            Response response = responses.getOrDefault(p.jsonName(), Response.NONE);
            answer = answer.with(p, response.of(p, mean.get(p)));
        }
        return answer;
    }

    /**
     * The models' shares in the parameters: for each parameter they are ≥ 0 and add up to 1. A model without weights
     * gets 1/n, n being the number of models; the others part what is left in proportion to their weights, or equally
     * where these are all 0.
     *
     * @param models not empty
     * @return [models][parameters]
     */
    double[][] shares(List<String> models) {
        double[][] shares = new double[models.size()][Parameters.COUNT];
        long withoutWeights =
                models.stream().filter(model -> !weights.containsKey(model)).count();
        double rest = (double) (models.size() - withoutWeights) / models.size();
        Parameter[] parameters = Parameter.values();
        for (int i = 0; i < parameters.length; i++) {
            Parameter p = parameters[i];
            double sum = models.stream().mapToDouble(model -> weight(model, p)).sum();
            for (int m = 0; m < shares.length; m++) {
                boolean proportional = sum > 0 && weights.containsKey(models.get(m));
                shares[m][i] = proportional ? rest * (weight(models.get(m), p) / sum) : 1.0 / models.size();
            }
        }
        return shares;
    }

    private double weight(String model, Parameter p) {
        return weights.getOrDefault(model, Map.of()).getOrDefault(p.jsonName(), 0.0);
    }

    private static void check(String model, Map<String, Double> byName) {
        if (byName == null || byName.size() != Parameters.COUNT) {
            throw new IllegalArgumentException(
                    "the weights of model '" + model + "' must be " + Parameters.COUNT + ", one for each parameter");
        }
        byName.forEach((name, weight) -> {
            Parameter.ofJsonName(name);
            if (weight == null || !(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the weight of model '" + model + "' for " + name + " must be 0 or more, not " + weight);
            }
        });
    }

    private static EnsembleWeights parse(byte[] json, String source) throws IOException {
        try {
            return new ObjectMapper().readValue(json, EnsembleWeights.class);
        } catch (JsonProcessingException e) {
            String reason = e.getCause() instanceof IllegalArgumentException cause
                    ? cause.getMessage()
                    : e.getOriginalMessage();
            throw new IllegalArgumentException("Not a file of ensemble weights: " + source + ": " + reason, e);
        }
    }
}
