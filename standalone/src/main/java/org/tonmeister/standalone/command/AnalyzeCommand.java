package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures files. */
@Command(
        name = "analyze",
        aliases = "analyse",
        mixinStandardHelpOptions = true,
        description =
                "Measures each FILE: loudness (EBU R 128), range, true and sample peak, crest factor, PLR, tone, stereo"
                        + " image, DC offset.",
        footer = {
            "%nCrest is sample peak over RMS (a sine has 3.0 dB), PLR is true peak over loudness. Side/mid is"
                    + " (L-R)/2 over (L+R)/2. Tone is what lies in the regions of the chain's equaliser bands. Bands"
                    + " are of the long-term average spectrum; in JSON they are third-octaves.",
            "A file that cannot be read is named on stderr with the reason; the others are measured, and the exit code"
                    + " is 1."
        })
public final class AnalyzeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "audio files: WAV, AIFF, FLAC, MP3, M4A, Ogg, Opus …")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "a JSON array on stdout, and nothing else there")
    private boolean json;

    @Option(names = "--json-file", paramLabel = "FILE", description = "the same array into FILE, beside the table")
    private Path jsonFile;

    @Option(
            names = "--brief",
            description = "of several files only the table with a row for each; otherwise up to "
                    + AnalysisTables.MOST_BLOCKS + " also have all their figures below it")
    private boolean brief;

    @Mixin
    private PlotOption plot = new PlotOption();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the pictures (default: the current one)")
    private Path out = Path.of("");

    @Option(names = "--quiet", description = "no progress, only results and complaints")
    private boolean quiet;

    /** Writes to {@code terminal}. */
    public AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logging.off();
        Optional<Path> pictures = plot.isWanted() ? Optional.of(OutputFolder.make(out)) : Optional.empty();
        try (var display = ProgressDisplay.on(terminal, quiet);
                var results = results(display)) {
            return new AnalysisRun(display, pictures).analyse(files, results) ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private AnalysisResults results(ProgressDisplay display) throws IOException {
        var all = new ArrayList<AnalysisResults>();
        if (jsonFile != null) {
            all.add(AnalysisResults.json(jsonFile));
        }
        all.add(
                json
                        ? AnalysisResults.json(terminal.out())
                        : new AnalysisTables(terminal, display, files.size() > 1, brief));
        return AnalysisResults.all(all);
    }
}
