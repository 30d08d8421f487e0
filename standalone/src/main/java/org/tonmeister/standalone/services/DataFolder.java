package org.tonmeister.standalone.services;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where the all-in-one process keeps its data.
 *
 * @param root the folder named by the user, or the default
 */
public record DataFolder(Path root) {
    /** Names the folder where no option does. */
    public static final String VARIABLE = "TONMEISTER_DATA";

    /** What {@code --data}, {@code TONMEISTER_DATA}, or the XDG base directory specification says, in this order. */
    public static DataFolder locate(Optional<Path> option, Map<String, String> environment, Path home) {
        Path root = option.or(() -> path(environment, VARIABLE))
                .or(() -> path(environment, "XDG_DATA_HOME").map(base -> base.resolve("tonmeister")))
                .orElseGet(() -> home.resolve(".local").resolve("share").resolve("tonmeister"));
        return new DataFolder(root.toAbsolutePath().normalize());
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /** The broker's folder: one for each version of Kafka, because a broker does not open a newer one's data. */
    public Path broker() {
        return root.resolve("kafka-" + AppInfoParser.getVersion());
    }

    /** The services' temporary files and the ensemble's state, which belongs to the broker's data. */
    Path work() {
        return broker().resolve("work");
    }

    /** Where log files go. */
    public Path logs() {
        return root.resolve("log");
    }
}
