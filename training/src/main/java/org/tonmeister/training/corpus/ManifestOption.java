package org.tonmeister.training.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonmeister.training.command.TrainingException;
import picocli.CommandLine.Option;

/** Which tracks there are; a mixin for commands. */
public final class ManifestOption {
    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "List of another corpus, of the form of the program's own.")
    private Path file;

    /**
     * The manifest asked for, or the one that comes with the program.
     *
     * @throws TrainingException if the file is no manifest; the message names it
     * @throws IOException if it cannot be read
     */
    public CorpusManifest manifest() throws TrainingException, IOException {
        if (file == null) {
            return CorpusManifest.bundled();
        }
        byte[] text = Files.readAllBytes(file);
        try {
            return CorpusManifest.parse(text);
        } catch (TrainingException e) {
            throw new TrainingException(file + ": " + e.getMessage(), e);
        }
    }
}
