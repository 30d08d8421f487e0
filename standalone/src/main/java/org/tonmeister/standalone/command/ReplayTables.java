package org.tonmeister.standalone.command;

import java.util.List;
import java.util.Locale;
import org.tonmeister.operations.replay.GroupMove;
import org.tonmeister.operations.replay.ReplayPlan;
import org.tonmeister.operations.replay.TrackReplay;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.Figures;

/** Says what a replay does. */
final class ReplayTables {
    private final Terminal terminal;

    ReplayTables(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The whole plan, on standard output. */
    void show(ReplayPlan plan) {
        var out = terminal.out();
        String arrow = terminal.glyphs().arrow();
        if (plan.moves().isEmpty()) {
            out.println("There is nothing to be read again.");
        }
        for (GroupMove move : plan.moves()) {
            out.println(terminal.outPaint().bold(move.group()) + " reads " + move.topic() + " again (" + members(move)
                    + ")");
            for (var partition : move.partitions()) {
                out.println(Figures.text(
                        "  partition %-4d offset %10d %s %-10d %8d to read",
                        partition.partition(),
                        partition.from(),
                        arrow,
                        partition.to(),
                        partition.from() - partition.to()));
            }
        }
        if (!plan.moves().isEmpty()) {
            out.println(tracks(plan));
        }
        plan.notes().forEach(note -> out.println("note: " + note));
        out.println("Nothing was done (--dry-run).");
        out.flush();
    }

    /** What begins now, on standard error. */
    void announce(ReplayPlan plan) {
        plan.notes().forEach(note -> terminal.err().println("tonmeister: " + note));
        for (GroupMove move : plan.moves()) {
            terminal.err()
                    .println("tonmeister: " + move.group() + " goes back in " + move.topic() + " (" + move.offsets()
                            + " offsets" + (move.members() == 0 ? ", no member at work" : "") + ")");
        }
    }

    /** What would be written again, on standard output. */
    void show(List<TrackReplay> tracks) {
        for (TrackReplay track : tracks) {
            terminal.out()
                    .println(track.trackId() + ": upload " + track.uploadId() + ", " + written(track)
                            + track.model()
                                    .map(model -> ", for " + model + " alone")
                                    .orElse(""));
        }
        terminal.out().println("Nothing was done (--dry-run).");
        terminal.out().flush();
    }

    private static String written(TrackReplay track) {
        return switch (track.source()) {
            case UPLOADS -> "its record would be written again, as a new upload";
            case PREDICTIONS -> "a new order would be asked for";
            case ORDERS -> "its newest order would be written again";
            case AUDIO, FEATURES ->
                track.records() + " records of " + track.source().name().toLowerCase(Locale.ROOT)
                        + " would be written again";
        };
    }

    private static String members(GroupMove move) {
        return switch (move.members()) {
            case 0 -> "no member at work";
            case 1 -> "1 member, which goes on by itself";
            default -> move.members() + " members, which go on by themselves";
        };
    }

    private static String tracks(ReplayPlan plan) {
        if (plan.tracks() < 0) {
            return "Each of these offsets is an upload or a deletion.";
        }
        return plan.uploads().size() + " uploads of " + plan.tracks() + " tracks have been ordered from there on, and"
                + " would be mixed again.";
    }
}
