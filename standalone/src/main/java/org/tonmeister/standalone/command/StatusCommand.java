package org.tonmeister.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.tonmeister.operations.letters.DeadLetterBox;
import org.tonmeister.operations.status.PipelineLook;
import org.tonmeister.operations.status.PipelineStatus;
import org.tonmeister.operations.status.TrackLook;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the pipeline is doing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows the services by their consumer groups: members and what lies before them; the tracks at work,"
                        + " and dead letters. With --track, the stages of one track.",
        footer = {
            "%nWithout --bootstrap, of the broker that 'serve' or 'mix' runs on the data folder.",
            "The exit code is 1 where work waits for a service of which no instance runs, where readers wait for a"
                    + " transaction that nobody ends, or where no such track is known."
        })
public final class StatusCommand implements Callable<Integer> {
    /** A track that nothing was heard of for so long is not at work any more. */
    private static final Duration AT_WORK = Duration.ofHours(6);

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";
    private static final int WATCH_SECONDS = 2;

    private final Terminal terminal;

    @Option(names = "--track", paramLabel = "ID", description = "the stages of this track")
    private String track;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Option(names = "--watch", description = "again every two seconds, until stopped")
    private boolean watch;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    /** Writes to {@code terminal}. */
    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.toFile(where.data().logs());
        try (var connection = where.openRunning();
                var admin = Admin.create(connection.settings().admin());
                var letters = new DeadLetterBox(connection.settings())) {
            letters.start();
            Letters.awaitList(letters);
            var look = new PipelineLook(admin, connection.settings());
            var tracks = new TrackLook(connection.settings());
            var view = new StatusView(terminal, json);
            while (true) {
                boolean well = show(view, look, tracks, letters);
                if (!watch) {
                    return well ? ExitCode.OK : ExitCode.FAILURE;
                }
                TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            }
        }
    }

    private boolean show(StatusView view, PipelineLook look, TrackLook tracks, DeadLetterBox letters) {
        if (track != null) {
            var words = tracks.track(track);
            if (words.isEmpty()) {
                throw UserException.failure("nothing is known of a track '" + track + "'");
            }
            clear();
            view.track(track, words);
            return true;
        }
        PipelineStatus status = look.now(letters.open());
        long working = tracks.working(Instant.now().minus(AT_WORK));
        clear();
        view.pipeline(status, working);
        return status.hangingTransactions().isEmpty()
                && status.services().stream().noneMatch(service -> service.lag() > 0 && service.members() == 0);
    }

    private void clear() {
        if (watch && terminal.moving() && !json) {
            terminal.out().print(CLEAR);
        }
    }
}
