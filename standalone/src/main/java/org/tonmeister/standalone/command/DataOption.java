package org.tonmeister.standalone.command;

import java.nio.file.Path;
import java.util.Optional;
import org.tonmeister.standalone.services.DataFolder;
import picocli.CommandLine.Option;

/** Where the embedded broker keeps its data. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder of the embedded broker's data (default: TONMEISTER_DATA, or tonmeister in XDG_DATA_HOME,"
                            + " or ~/.local/share/tonmeister)")
    private Path data;

    DataFolder folder() {
        return DataFolder.locate(Optional.ofNullable(data), System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
