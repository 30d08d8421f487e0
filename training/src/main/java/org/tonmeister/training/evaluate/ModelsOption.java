package org.tonmeister.training.evaluate;

import java.nio.file.Path;
import org.tonmeister.training.targets.WorkOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where examples and networks are; a mixin for commands. */
public final class ModelsOption {
    @Mixin
    private WorkOption work;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of the networks and the ensemble's weights; models in --work if left out.")
    private Path models;

    /** The folder of examples and all that is made of them. */
    public WorkOption work() {
        return work;
    }

    /** The folder of the networks. */
    public Path models() {
        return models == null ? work.folder().resolve("models") : models;
    }
}
