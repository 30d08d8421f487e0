package org.tonmeister.training.targets;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where training works; a mixin for commands. */
public final class WorkOption {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for training examples and what is made of them."
                    + " $XDG_CACHE_HOME/tonmeister/training if left out, or ~/.cache/tonmeister/training.")
    private Path folder;

    /** The folder asked for, or the user's own. */
    public Path folder() {
        return folder == null
                ? standard(System.getenv(), Path.of(System.getProperty("user.home")))
                : folder.toAbsolutePath();
    }

    /** The folder of a set of examples, such as {@code masters-train}. */
    public Path set(String name) {
        return folder().resolve("targets").resolve(name);
    }

    /** After the XDG Base Directory Specification, which wants relative paths ignored. */
    static Path standard(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        Path caches = named.isAbsolute() ? named : home.resolve(".cache");
        return caches.resolve("tonmeister").resolve("training");
    }
}
