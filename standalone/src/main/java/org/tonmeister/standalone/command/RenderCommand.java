package org.tonmeister.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders files through the chain by hand. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Renders each FILE through the mastering chain with the parameters given, without models and Kafka."
                        + " Writes NAME.rendered.EXT and NAME.render.json, and with --plot NAME.render.png.",
        footer = {
            "%nWhat is not given is neutral: it leaves the sound as it is. The stages work in the order in which they"
                    + " stand here; at the end a limiter keeps the ceiling.",
            "A file that cannot be rendered is named on stderr with the reason; the others are rendered, and the exit"
                    + " code is 1.",
            "%nExamples:",
            "  tonmeister render song.wav --mid-eq -2dB --compression 2:1",
            "  tonmeister render song.wav --from song.report.json --reverb 0%%",
            "  tonmeister render *.flac --loudness streaming --format mp3 --out mp3"
        })
public final class RenderCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "audio files: WAV, AIFF, FLAC, MP3, M4A, Ogg, Opus …")
    private List<Path> files = List.of();

    @Mixin
    private ParameterFlags flags = new ParameterFlags();

    @Option(
            names = "--from",
            paramLabel = "REPORT",
            description = "begin with the parameters in the report of a mix (NAME.report.json or NAME.render.json)")
    private Path from;

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: the current one)")
    private Path out = Path.of("");

    @Mixin
    private PlotOption plot = new PlotOption();

    @Option(names = "--quiet", description = "neither progress nor tables, only complaints")
    private boolean quiet;

    /** Writes to {@code terminal}. */
    public RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Logging.off();
        MixOptions options = output.parse();
        var base = from == null ? org.tonmeister.audio.dsp.Parameters.neutral() : EarlierReport.parameters(from);
        var parameters = flags.over(base);
        String maker = from == null ? "by hand" : "by hand, from " + from.getFileName();
        Path folder = OutputFolder.make(out);
        try (var display = ProgressDisplay.on(terminal, quiet)) {
            var run = new RenderRun(display, new RenderOutput(folder, parameters, options, plot.isWanted()));
            return run.render(files, quiet ? Optional.empty() : Optional.of(new RenderTables(terminal, display, maker)))
                    ? ExitCode.OK
                    : ExitCode.FAILURE;
        }
    }
}
