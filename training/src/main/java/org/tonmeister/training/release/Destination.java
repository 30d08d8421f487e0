package org.tonmeister.training.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.neural.network.Architecture;

/**
 * A file of a network and where the services look for it.
 *
 * @param model folder of the network among those that were trained
 * @param file its name there
 * @param resource where it belongs, from the project's folder on
 */
record Destination(String model, String file, Path resource) {
    private static final Path FEATURE = Path.of("feature-service/src/main/resources/org/tonmeister/feature");
    private static final Path PREDICT = Path.of("predict-service/src/main/resources/org/tonmeister/predict");
    static final String CARD = "card.md";
    private static final List<String> ENCODER = List.of("encoder.json", "encoder.params");
    private static final List<String> HEAD = List.of("head.json", "head.params");

    /** All files of all networks. The transformer's encoder runs in feature-service, everything else in predict-service. */
    static List<Destination> all() {
        var all = new ArrayList<Destination>();
        for (Architecture architecture : Architecture.values()) {
            String model = architecture.label();
            Path encoders = architecture == Architecture.AST ? FEATURE : PREDICT;
            ENCODER.forEach(file ->
                    all.add(new Destination(model, file, encoders.resolve(model).resolve(file))));
            HEAD.forEach(file ->
                    all.add(new Destination(model, file, PREDICT.resolve(model).resolve(file))));
        }
        return all;
    }

    /** Where a model's card belongs. */
    static Path card(String model) {
        return PREDICT.resolve(model).resolve(CARD);
    }

    /** Where the ensemble's weights belong. */
    static Path ensembleWeights() {
        return PREDICT.resolve("ensemble-weights.json");
    }
}
