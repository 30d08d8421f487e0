package org.tonmeister.standalone.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonmeister.schemas.record.MixOptions;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mixes files. */
@Command(
        name = "mix",
        mixinStandardHelpOptions = true,
        description =
                "Mixes each FILE and writes NAME.mixed.EXT and NAME.report.json, where NAME is the file's name without"
                        + " extension. Files of one name in one call keep their extension or get a number.",
        footer = {
            "%nA file that cannot be mixed is named on stderr with the reason; the others are mixed, and the exit code is 1.",
            "Without --bootstrap, broker and services run in this process, or in the one that uses the data folder already."
        })
public final class MixCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "audio files: WAV, AIFF, FLAC, MP3, M4A, Ogg, Opus …")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: the current one)")
    private Path out = Path.of("");

    @Mixin
    private MixFlags flags = new MixFlags();

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    @Option(names = "--quiet", description = "neither progress nor tables, only complaints")
    private boolean quiet;

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "give up when nothing is heard of any track for so long (default: ${DEFAULT-VALUE})")
    private int patienceMinutes = 15;

    /** Writes to {@code terminal}. */
    public MixCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (patienceMinutes < 1) {
            throw UserException.usage("--patience is " + patienceMinutes + ": must be 1 or more");
        }
        Logging.toFile(where.data().logs());
        MixOptions options = flags.parse();
        MixOutput output = MixOutput.in(out);
        try (var display = ProgressDisplay.on(terminal, quiet)) {
            var desk = new MixDesk(terminal, display, output, quiet);
            var jobs = jobs(desk, display);
            if (!jobs.isEmpty()) {
                mix(jobs, options, desk, display);
            }
            return desk.failures() == 0 ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private List<MixJob> jobs(MixDesk desk, ProgressDisplay display) {
        var inputs = files.stream().map(InputFile::new).toList();
        var names = OutputNames.of(inputs);
        var jobs = new ArrayList<MixJob>();
        for (int i = 0; i < inputs.size(); i++) {
            InputFile input = inputs.get(i);
            var complaint = input.complaint();
            if (complaint.isPresent()) {
                desk.complain(input.path(), complaint.get());
            } else {
                jobs.add(new MixJob(input, names.get(i), display));
            }
        }
        return jobs;
    }

    private void mix(List<MixJob> jobs, MixOptions options, MixDesk desk, ProgressDisplay display)
            throws InterruptedException {
        try (var connection = where.open("mix")) {
            // Ctrl-C: the services stop as they would otherwise.
            var stop = new Thread(connection::close);
            Runtime.getRuntime().addShutdownHook(stop);
            try (var client = connection.client()) {
                new MixRun(connection, client, desk, Duration.ofMinutes(patienceMinutes)).mix(jobs, options);
            }
            connection.awaitGuests(
                    () -> display.say("tonmeister: done; another process still uses the broker of this one"
                            + " (Ctrl-C stops it nevertheless)"));
            removeHook(stop);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being stopped; the hook does its work.
        }
    }
}
