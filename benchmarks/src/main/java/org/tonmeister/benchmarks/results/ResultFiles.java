package org.tonmeister.benchmarks.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A folder of results, each as JSON for programs and as Markdown for people; a mixin for commands. */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of the results (default: docs/measured of this checkout)")
    private Path folder;

    /**
     * Writes {@code name.json} and {@code name.md}.
     *
     * @param figures a record, or a map or list of such
     */
    public void write(String name, Object figures, String markdown) throws IOException {
        Path target = folder != null ? folder : standard();
        Files.createDirectories(target);
        Files.writeString(target.resolve(name + ".json"), JSON.writeValueAsString(figures) + "\n");
        Files.writeString(target.resolve(name + ".md"), markdown);
    }

    private static Path standard() throws IOException {
        String home = System.getProperty("tonmeister.home");
        if (home == null) {
            throw new IOException("--out is missing: the program was not started by benchmarks/bench");
        }
        return Path.of(home, "docs", "measured");
    }
}
