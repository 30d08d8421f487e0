package org.tonmeister.training.evaluate;

import java.util.function.Supplier;

/**
 * A predictor that can be opened as often as there are threads.
 *
 * @param name of the predictor
 * @param version of the predictor
 * @param readsReference whether a reference changes its estimates
 * @param open opens it; whoever does closes it
 */
public record PredictorSource(String name, String version, boolean readsReference, Supplier<TrackPredictor> open) {
    /** The source of a predictor, which is opened once to ask for its name. */
    public static PredictorSource of(Supplier<TrackPredictor> open) {
        try (TrackPredictor predictor = open.get()) {
            return new PredictorSource(predictor.name(), predictor.version(), predictor.readsReference(), open);
        }
    }

    /** Where its estimates are kept: name and version, with nothing in it that a file's name must not have. */
    String folder() {
        return (name + "-" + version).replaceAll("[^A-Za-z0-9.+-]", "_");
    }
}
