package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for results. */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * Makes the folder if it is not there.
     *
     * @return the folder
     * @throws UserException if nothing can be written there
     */
    static Path make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserException.usage("cannot write to " + folder + ": " + Reasons.of(e));
        }
        if (!Files.isWritable(folder)) {
            throw UserException.usage("cannot write to " + folder + ": permission denied");
        }
        return folder;
    }
}
