package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.command.TrainingException;

/**
 * The weights of the ensemble.
 *
 * @param blind those that predict-service has
 * @param reference those for answers with a reference
 */
record Ensembles(EnsembleWeights blind, EnsembleWeights reference) {
    private static final String BLIND = "ensemble-weights.json";
    private static final String REFERENCE = "ensemble-weights-reference.json";

    /** The weights in a folder; nothing if they have not been fitted. */
    static Optional<Ensembles> read(Path folder) throws IOException, TrainingException {
        if (!Files.isRegularFile(folder.resolve(BLIND)) || !Files.isRegularFile(folder.resolve(REFERENCE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ensembles(
                    EnsembleWeights.read(folder.resolve(BLIND)), EnsembleWeights.read(folder.resolve(REFERENCE))));
        } catch (IllegalArgumentException e) {
            throw new TrainingException(e.getMessage());
        }
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        blind.write(folder.resolve(BLIND));
        reference.write(folder.resolve(REFERENCE));
    }
}
