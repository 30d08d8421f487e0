package org.tonmeister.standalone.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tonmeister.operations.replay.ReplayProgress;
import org.tonmeister.operations.replay.ReplayProgress.StageProgress;
import org.tonmeister.operations.replay.RunningReplay;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.console.ProgressDisplay.TrackView;
import org.tonmeister.standalone.console.Step;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.console.WorkStep;
import org.tonmeister.standalone.report.Figures;

/** Shows a replay until all of it is mixed. */
final class ReplayRun {
    private static final Step READING = new WorkStep(0, "working again", 1);
    private static final Step DONE = new WorkStep(1, "done", 0);
    private static final String MIXES = "mixed tracks";
    private static final long LOOK_MS = 500;

    private final Terminal terminal;
    private final ProgressDisplay display;
    private final RunningReplay replay;
    private final int expected;
    private final Duration patience;
    private final Map<String, TrackView> views = new HashMap<>();
    private final long begun = System.nanoTime();
    private int refused;

    /**
     * @param expected how many uploads will be mixed; 0: not known
     * @param patience how long nothing may move
     */
    ReplayRun(Terminal terminal, ProgressDisplay display, RunningReplay replay, int expected, Duration patience) {
        this.terminal = terminal;
        this.display = display;
        this.replay = replay;
        this.expected = expected;
        this.patience = patience;
    }

    /** Returns the exit code. */
    int follow() throws InterruptedException {
        String seen = "";
        long moved = System.nanoTime();
        while (true) {
            ReplayProgress progress = replay.look();
            show(progress);
            if (progress.done()) {
                return finish(progress);
            }
            String now = progress.stages() + " " + progress.mixes();
            if (!now.equals(seen)) {
                seen = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > patience.toNanos()) {
                throw UserException.failure("nothing has moved for " + patience.toMinutes() + " minutes at "
                        + stuck(progress) + "; the replay goes on when it works again");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private void show(ReplayProgress progress) {
        for (StageProgress stage : progress.stages()) {
            TrackView view = views.computeIfAbsent(stage.service(), display::begin);
            if (stage.done()) {
                view.at(READING, 1);
                view.at(DONE, 1);
            } else if (stage.fraction() > 0 || stage.left() > 0) {
                view.at(READING, stage.fraction());
            }
        }
        if (expected > 0 && terminal.moving()) {
            views.computeIfAbsent(MIXES, display::begin)
                    .at(READING, Math.min(1, (double) progress.uploads() / expected));
        }
        for (var refusal : progress.refused()) {
            refused++;
            display.say(refusal.trackId() + ": " + refusal.stage() + ": " + Reasons.firstLine(refusal.reason()));
        }
    }

    private int finish(ReplayProgress progress) {
        views.values().forEach(TrackView::close);
        double seconds = (System.nanoTime() - begun) / 1e9;
        display.aside(() -> {
            terminal.out()
                    .println(progress.mixes() + (progress.mixes() == 1 ? " mix" : " mixes") + " of "
                            + progress.uploads()
                            + (progress.uploads() == 1 ? " upload" : " uploads") + " in " + Figures.duration(seconds)
                            + (refused == 0 ? "" : ", " + refused + " refused"));
            terminal.out().flush();
        });
        return refused == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static String stuck(ReplayProgress progress) {
        return progress.stages().stream()
                .filter(stage -> !stage.done())
                .findFirst()
                .map(stage -> stage.service() + (stage.members() == 0 ? ", of which no instance runs" : ""))
                .orElse("the mixes");
    }
}
