package org.tonmeister.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tonmeister.operations.replay.ReplayPlan;
import org.tonmeister.operations.replay.ReplayRefusedException;
import org.tonmeister.operations.replay.ReplaySource;
import org.tonmeister.operations.replay.Replays;
import org.tonmeister.operations.replay.RunningReplay;
import org.tonmeister.operations.replay.StartTime;
import org.tonmeister.operations.replay.TrackReplay;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets stages work again on what lies in their topics. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Lets the stages work again on what is kept, while they run, and waits until it is mixed. Every mix"
                        + " that was made before stays.",
        footer = {
            "%nThe whole topic: moves the consumer groups that read it back. Chosen tracks (--track): writes their"
                    + " records again. Stages before the one that is named do nothing.",
            "%nA new version of one model, over all tracks:  replay --from features --model ast",
            "One track, from its file:                      replay --from uploads --track my-track",
            "Without --bootstrap, broker and services run in this process, or in the one that uses the data folder"
                    + " already."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TOPIC",
            description = "what is read again: uploads, audio, features, predictions or orders")
    private String from;

    @Option(names = "--model", paramLabel = "NAME", description = "with --from features: this model alone")
    private String model;

    @Option(
            names = "--track",
            arity = "1..*",
            paramLabel = "ID",
            description = "only these tracks, each by its newest upload")
    private List<String> tracks = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only what was written since: 2026-11-22T18:00:00Z, 2026-11-22, or a span such as 12h or 2d")
    private String since;

    @Option(names = "--dry-run", description = "say what would be done, and do nothing")
    private boolean dryRun;

    @Option(names = "--no-wait", description = "do not wait until it is mixed")
    private boolean noWait;

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "give up waiting when nothing moves for so long (default: ${DEFAULT-VALUE})")
    private int patienceMinutes = 15;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    /** Writes to {@code terminal}. */
    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReplaySource source = source();
        check(source);
        try {
            Optional<Instant> start = since == null
                    ? Optional.empty()
                    : Optional.of(StartTime.parse(since, Instant.now(), ZoneId.systemDefault()));
            Logging.toFile(where.data().logs());
            return replay(source, start);
        } catch (ReplayRefusedException e) {
            throw UserException.failure(e.getMessage());
        }
    }

    private int replay(ReplaySource source, Optional<Instant> start)
            throws ReplayRefusedException, InterruptedException {
        try (var connection = where.open("replay");
                var replays = new Replays(connection.settings())) {
            var stop = new Thread(connection::close);
            Runtime.getRuntime().addShutdownHook(stop);
            int exitCode = tracks.isEmpty() ? whole(replays, source, start) : chosen(replays, source);
            connection.awaitGuests(() -> terminal.err()
                    .println("tonmeister: done; another process still uses the broker of this one"
                            + " (Ctrl-C stops it nevertheless)"));
            ShutdownHooks.remove(stop);
            return exitCode;
        }
    }

    private int whole(Replays replays, ReplaySource source, Optional<Instant> start)
            throws ReplayRefusedException, InterruptedException {
        ReplayPlan plan = replays.plan(source, Optional.ofNullable(model), start);
        var tables = new ReplayTables(terminal);
        if (dryRun) {
            tables.show(plan);
            return ExitCode.OK;
        }
        if (plan.moves().isEmpty()) {
            terminal.err().println("tonmeister: there is nothing to be read again");
            return ExitCode.OK;
        }
        tables.announce(plan);
        try (var running = replays.begin(plan)) {
            return follow(running, plan.uploads().size());
        }
    }

    private int chosen(Replays replays, ReplaySource source) throws ReplayRefusedException, InterruptedException {
        var plans = new ArrayList<TrackReplay>();
        for (String track : tracks) {
            plans.add(replays.plan(source, Optional.ofNullable(model), track));
        }
        var tables = new ReplayTables(terminal);
        if (dryRun) {
            tables.show(plans);
            return ExitCode.OK;
        }
        try (var running = replays.begin(plans)) {
            return follow(running, plans.size());
        }
    }

    private int follow(RunningReplay running, int expected) throws InterruptedException {
        if (noWait) {
            return ExitCode.OK;
        }
        try (var display = ProgressDisplay.on(terminal, false)) {
            return new ReplayRun(terminal, display, running, expected, Duration.ofMinutes(patienceMinutes)).follow();
        }
    }

    private ReplaySource source() {
        for (ReplaySource source : ReplaySource.values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(from)) {
                return source;
            }
        }
        throw UserException.usage("--from is '" + from + "': must be uploads, audio, features, predictions or orders");
    }

    private void check(ReplaySource source) {
        if (model != null && source != ReplaySource.FEATURES) {
            throw UserException.usage(
                    "--model goes with --from features: what is before or behind belongs to all models");
        }
        if (since != null && !tracks.isEmpty()) {
            throw UserException.usage("--since does not go with --track: of a track, its newest upload is replayed");
        }
        if (patienceMinutes < 1) {
            throw UserException.usage("--patience is " + patienceMinutes + ": must be 1 or more");
        }
    }
}
