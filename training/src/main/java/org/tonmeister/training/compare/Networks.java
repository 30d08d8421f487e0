package org.tonmeister.training.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.feature.SpectrogramFeature;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.predict.Models;
import org.tonmeister.predict.network.NetworkModel;
import org.tonmeister.training.command.FileFault;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.compare.result.Comparison.LeftOut;

/**
 * The networks that are to be asked: those of a folder, or those that come with the services.
 *
 * @param models opened; closed with this
 * @param leftOut those that are not there
 */
record Networks(List<NetworkModel> models, List<LeftOut> leftOut) implements AutoCloseable {
    /**
     * Opens them.
     *
     * @param folder with subfolders as {@code train fit} makes them; empty: the bundled ones
     * @throws TrainingException if the folder holds no network, or one that cannot be used
     */
    static Networks open(Optional<Path> folder) throws TrainingException {
        var networks = new Networks(new ArrayList<>(), new ArrayList<>());
        try {
            for (Architecture architecture : Architecture.values()) {
                networks.add(architecture, folder);
            }
            if (folder.isPresent() && networks.models.isEmpty()) {
                throw new TrainingException(folder.get()
                        + " holds no network: name a folder with subfolders such as baseline-cnn, each with"
                        + " encoder.json, encoder.params, head.json and head.params");
            }
            return networks;
        } catch (TrainingException | RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    private void add(Architecture architecture, Optional<Path> folder) throws TrainingException {
        String name = architecture.label();
        Optional<Path> own = folder.map(all -> all.resolve(name));
        if (own.isPresent() && !Files.isDirectory(own.get())) {
            leftOut.add(new LeftOut(name, "the folder of --models has no " + name));
            return;
        }
        try {
            Optional<PartFile> encoder =
                    PartFile.find(own.map(NetworkFiles::folder).orElse(bundledEncoder(architecture)), Part.ENCODER);
            Optional<PartFile> head = PartFile.find(
                    own.map(NetworkFiles::folder).orElse(NetworkFiles.bundled(Models.class, name)), Part.HEAD);
            if (encoder.isPresent() && head.isPresent()) {
                models.add(new NetworkModel(encoder.get(), head.get()));
            } else {
                leftOut.add(new LeftOut(name, folder.isPresent() ? "it is not trained yet" : "it is not bundled"));
            }
        } catch (IOException e) {
            throw new TrainingException(name + " cannot be read: " + FileFault.reason(e));
        } catch (IllegalArgumentException e) {
            throw new TrainingException(name + " cannot be used: " + e.getMessage());
        }
    }

    /** The transformer's encoder runs in feature-service, the others beside their heads. */
    private static NetworkFiles bundledEncoder(Architecture architecture) {
        Class<?> anchor = architecture == Architecture.AST ? SpectrogramFeature.class : Models.class;
        return NetworkFiles.bundled(anchor, architecture.label());
    }

    @Override
    public void close() {
        models.forEach(NetworkModel::close);
    }
}
