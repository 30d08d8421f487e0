package org.tonmeister.training.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tonmeister.training.command.TrainingException;
import picocli.CommandLine.Option;

/** Where MUSDB18 is; a mixin for commands. */
public final class MusdbOption {
    @Option(
            names = "--musdb",
            paramLabel = "DIR",
            description = "Folder of MUSDB18, with train and test in it, whose songs are used too.")
    private Path folder;

    /**
     * Its songs; none if no folder was given.
     *
     * @throws TrainingException if the folder is not MUSDB18
     */
    public List<MusdbTrack> songs() throws IOException, TrainingException {
        return folder == null ? List.of() : MusdbTrack.list(folder);
    }
}
