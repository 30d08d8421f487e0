package org.tonmeister.benchmarks.stages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench stages}. */
@Command(
        name = "stages",
        description = "Measures every stage of the chain at 44.1, 48 and 96 kHz. Writes measured/stages.json and"
                + " measured/curves.png, and the tables of chain.md.",
        mixinStandardHelpOptions = true)
public final class StagesCommand implements Callable<Integer> {
    private static final List<Integer> RATES = List.of(44_100, 48_000, 96_000);

    @Option(names = "--docs", paramLabel = "DIR", description = "folder with chain.md (default: docs of this checkout)")
    private Path docs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = docs != null ? docs : standard();
        Path measured = folder.resolve("measured");
        Files.createDirectories(measured);
        PrintWriter err = spec.commandLine().getErr();
        var figures = new ArrayList<Figures>();
        for (int rate : RATES) {
            err.println(rate + " Hz …");
            figures.add(Figures.at(rate));
        }
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(measured.resolve("stages.json"), json.writeValueAsString(figures) + "\n");
        var tables = Tables.of(figures);
        tables.values().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        err.println("curves …");
        Curves.write(measured.resolve("curves.png"));
        MarkedPage.rewrite(folder.resolve("chain.md"), tables);
        return 0;
    }

    private static Path standard() throws IOException {
        String home = System.getProperty("tonmeister.home");
        if (home == null) {
            throw new IOException("--docs is missing: the program was not started by benchmarks/bench");
        }
        return Path.of(home, "docs");
    }
}
