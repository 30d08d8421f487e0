package org.tonmeister.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.predict.analyser.Analyser;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.predict.model.WindowSource;

/** The models there are, in one place, and which of them are enabled. */
public final class Models {
    /** Names of the enabled models between commas; all installed ones if not set. */
    public static final String VARIABLE = "TONMEISTER_MODELS";

    private final List<InstalledModel<?>> installed;

    Models(List<InstalledModel<?>> installed) {
        this.installed = List.copyOf(installed);
    }

    /**
     * The models of this release, and those of the folder that the settings name.
     *
     * @throws InvalidSettingException if that folder cannot be used
     */
    public static Models installed(EnvironmentReader environment) {
        var models = new ArrayList<InstalledModel<?>>();
        models.add(new InstalledModel<>(
                Analyser.NAME, WindowSource.SPECTROGRAMS, () -> new Analyser(MasterStatistics.bundled())));
        models.addAll(InstalledNetworks.from(environment));
        return new Models(models);
    }

    /** Their names. */
    public List<String> names() {
        return installed.stream().<String>map(InstalledModel::name).toList();
    }

    /** The model of a name, if it is installed. */
    public Optional<InstalledModel<?>> find(String name) {
        return installed.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * The enabled models, in the order in which they are installed, whatever the order of the setting: sums over the
     * models are then the same to the last bit.
     *
     * @throws InvalidSettingException if one of them is not installed, or named twice
     */
    public List<InstalledModel<?>> enabled(EnvironmentReader environment) {
        var names = environment.list(VARIABLE, names());
        String allowed = "must be names of installed models, each once; they are " + String.join(", ", names());
        for (String name : names) {
            if (find(name).isEmpty() || Collections.frequency(names, name) > 1) {
                throw new InvalidSettingException(VARIABLE, name, allowed);
            }
        }
        return installed.stream().filter(model -> names.contains(model.name())).toList();
    }
}
