package org.tonmeister.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonmeister.neural.file.NetworkFiles;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.file.PartFile.Part;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.WindowSource;
import org.tonmeister.predict.network.AstModel;
import org.tonmeister.predict.network.NetworkModel;

/**
 * The networks whose weights are there: in the folder that the settings name, or bundled with this release. Each has a
 * folder of its name with {@code encoder.json}, {@code encoder.params}, {@code head.json} and {@code head.params}; of
 * {@code ast}, only the head is read here. The files are read once, and opened for each thread.
 */
final class InstalledNetworks {
    /** A folder with a subfolder for each model whose bundled weights it replaces. */
    static final String VARIABLE = "TONMEISTER_MODEL_FOLDER";

    private static final String BROKEN = "a model in it cannot be used: ";

    private final Optional<String> setting;
    private final Path folder;

    private InstalledNetworks(Optional<String> setting, Path folder) {
        this.setting = setting;
        this.folder = folder;
    }

    /**
     * Those there are, in the order of {@link Architecture}.
     *
     * @throws InvalidSettingException if the folder of the settings holds none, or one that cannot be read
     */
    static List<InstalledModel<?>> from(EnvironmentReader environment) {
        var networks = new InstalledNetworks(environment.text(VARIABLE), environment.path(VARIABLE, Path.of("")));
        networks.requireModels();
        var installed = new ArrayList<InstalledModel<?>>();
        for (Architecture architecture : Architecture.values()) {
            networks.find(architecture).ifPresent(installed::add);
        }
        return installed;
    }

    private void requireModels() {
        boolean some =
                setting.isEmpty() || List.of(Architecture.values()).stream().anyMatch(this::isOverridden);
        if (!some) {
            throw new InvalidSettingException(
                    VARIABLE,
                    setting.get(),
                    "must be a folder with subfolders named after models, such as " + AstModel.NAME);
        }
    }

    private boolean isOverridden(Architecture architecture) {
        return setting.isPresent() && Files.isDirectory(folder.resolve(architecture.label()));
    }

    private Optional<InstalledModel<?>> find(Architecture architecture) {
        String name = architecture.label();
        return isOverridden(architecture)
                ? find(architecture, NetworkFiles.folder(folder.resolve(name)), true)
                : find(architecture, NetworkFiles.bundled(Models.class, name), false);
    }

    private Optional<InstalledModel<?>> find(Architecture architecture, NetworkFiles files, boolean users) {
        try {
            Optional<PartFile> head = PartFile.find(files, Part.HEAD);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    architecture == Architecture.AST
                            ? ast(head.get(), users)
                            : whole(architecture, PartFile.read(files, Part.ENCODER), head.get(), users));
        } catch (IOException | IllegalArgumentException e) {
            throw broken(architecture.label(), users, e);
        }
    }

    private InstalledModel<?> ast(PartFile head, boolean users) {
        return new InstalledModel<>(
                AstModel.NAME, WindowSource.AST_FEATURES, () -> opened(AstModel.NAME, users, () -> new AstModel(head)));
    }

    private InstalledModel<?> whole(Architecture architecture, PartFile encoder, PartFile head, boolean users) {
        String name = architecture.label();
        if (!encoder.facts().architecture().equals(name)) {
            throw new IllegalArgumentException(
                    "encoder.json is of a network '" + encoder.facts().architecture() + "'");
        }
        return new InstalledModel<>(
                name, WindowSource.SPECTROGRAMS, () -> opened(name, users, () -> new NetworkModel(encoder, head)));
    }

    private <M extends Model<?>> M opened(String name, boolean users, Supplier<M> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw broken(name, users, e);
        }
    }

    /** What is wrong with the user's folder is the user's mistake; what is wrong with this release is ours. */
    private RuntimeException broken(String name, boolean users, Exception cause) {
        String reason = name + ": " + (cause instanceof IOException ? cause.toString() : cause.getMessage());
        return users
                ? new InvalidSettingException(VARIABLE, setting.orElseThrow(), BROKEN + reason)
                : new IllegalStateException("The model of this release cannot be used: " + reason, cause);
    }
}
