package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.training.command.TrainingException;

/** The predictors that are judged: the analyser, and the networks that have been trained. */
public final class Contenders {
    private Contenders() {}

    /**
     * The contenders.
     *
     * @param models folder of the networks, a subfolder for each by its name; those that are not there do not count
     * @throws TrainingException if a network's files cannot be used
     */
    public static List<PredictorSource> in(Path models) throws IOException, TrainingException {
        var contenders = new ArrayList<PredictorSource>();
        contenders.add(analyser());
        for (Architecture architecture : Architecture.values()) {
            network(architecture, models.resolve(architecture.label())).ifPresent(contenders::add);
        }
        return contenders;
    }

    /** The one that does not learn. */
    static PredictorSource analyser() {
        return PredictorSource.of(() -> new ModelPredictor(new Analyser(MasterStatistics.bundled())));
    }

    private static Optional<PredictorSource> network(Architecture architecture, Path folder)
            throws IOException, TrainingException {
        var files = NetworkFiles.folder(folder);
        try {
            Optional<PartFile> encoder = PartFile.find(files, Part.ENCODER);
            if (encoder.isEmpty()) {
                return Optional.empty();
            }
            PartFile head = PartFile.read(files, Part.HEAD);
            return Optional.of(PredictorSource.of(() -> architecture == Architecture.AST
                    ? new AstPredictor(encoder.get(), head)
                    : new NetworkPredictor(encoder.get(), head)));
        } catch (IllegalArgumentException e) {
            throw new TrainingException(folder + ": " + e.getMessage());
        }
    }
}
