package org.tonmeister.standalone.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.tonmeister.operations.letters.DeadLetter;
import org.tonmeister.operations.letters.DeadLetterBox;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The records that nobody could work on. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        subcommands = {
            DeadLettersCommand.ListLetters.class,
            DeadLettersCommand.Show.class,
            DeadLettersCommand.Redrive.class
        },
        description = "Shows the records that could not be worked on, and sends them back to where they came from.",
        footer = "%nWithout --bootstrap, of the broker that 'serve' or 'mix' runs on the data folder.")
public final class DeadLettersCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** Writes to {@code terminal}. */
    public DeadLettersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw UserException.usage("dead-letters needs one of: list, show, redrive");
    }

    /** What is done with the list. */
    private interface Work {
        int on(DeadLetterBox box) throws InterruptedException;
    }

    private static int with(ConnectionOptions where, Work work) throws InterruptedException {
        Logging.toFile(where.data().logs());
        try (var connection = where.openRunning();
                var box = new DeadLetterBox(connection.settings())) {
            box.start();
            Letters.awaitList(box);
            return work.on(box);
        }
    }

    private static DeadLetter find(DeadLetterBox box, String id) {
        return box.find(id)
                .orElseThrow(() -> UserException.failure(
                        "there is no dead letter '" + id + "' in the list; see:" + " tonmeister dead-letters list"));
    }

    /** All of them. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists them, the newest first.")
    static final class ListLetters implements Callable<Integer> {
        private static final String ROW = "%-12s %8s  %-10s %-24s %s";
        private static final int TRACK = 24;

        @ParentCommand
        private DeadLettersCommand parent;

        @Option(names = "--all", description = "also those that were sent back")
        private boolean all;

        @Mixin
        private ConnectionOptions where = new ConnectionOptions();

        @Override
        public Integer call() throws InterruptedException {
            return with(where, box -> {
                var letters = Letters.all(box).stream()
                        .filter(letter -> all || letter.redrivenAt().isEmpty())
                        .toList();
                var out = parent.terminal.out();
                if (letters.isEmpty()) {
                    out.println("There are no dead letters.");
                } else {
                    out.println(parent.terminal
                            .outPaint()
                            .bold(Figures.text(ROW, "Id", "age", "stage", "track", "reason")));
                    letters.forEach(letter -> out.println(row(letter)));
                }
                out.flush();
                return ExitCode.OK;
            });
        }

        private static String row(DeadLetter letter) {
            return Figures.text(
                    ROW,
                    letter.id(),
                    Ages.since(letter.at()),
                    letter.stage(),
                    Figures.fit(letter.key().orElse(""), TRACK),
                    letter.redrivenAt().map(at -> "(sent back) ").orElse("") + Reasons.firstLine(letter.reason()));
        }
    }

    /** One of them. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows all that is known of one.")
    static final class Show implements Callable<Integer> {
        private static final String ROW = "%-10s %s";

        @ParentCommand
        private DeadLettersCommand parent;

        @Parameters(paramLabel = "ID", description = "as 'list' shows it")
        private String id;

        @Mixin
        private ConnectionOptions where = new ConnectionOptions();

        @Override
        public Integer call() throws InterruptedException {
            return with(where, box -> {
                show(find(box, id));
                return ExitCode.OK;
            });
        }

        private void show(DeadLetter letter) {
            var out = parent.terminal.out();
            line("Track", letter.key().orElse("(no key)"));
            line("Reason", letter.reason());
            letter.cause().ifPresent(cause -> line("Cause", cause));
            line("Stage", letter.stage());
            line("Was at", letter.topic() + ", partition " + letter.partition() + ", offset " + letter.offset());
            line("Value", letter.bytes() < 0 ? "left out, being too large" : Bytes.of(letter.bytes()));
            line("At", letter.at() + " (" + Ages.since(letter.at()) + " ago)");
            letter.redrivenAt().ifPresent(at -> line("Sent back", at.toString()));
            out.flush();
        }

        private void line(String name, String value) {
            parent.terminal.out().println(Figures.text(ROW, name, value));
        }
    }

    /** Back to where they came from. */
    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Sends letters back to the topics they came from, each once.",
            footer = "%nOf those that cannot be sent back, the reason is on stderr, and the exit code is 1.")
    static final class Redrive implements Callable<Integer> {
        @ParentCommand
        private DeadLettersCommand parent;

        @Parameters(arity = "0..*", paramLabel = "ID", description = "as 'list' shows them")
        private List<String> ids = List.of();

        @Option(names = "--all", description = "all that were not sent back yet")
        private boolean all;

        @Option(names = "--stage", paramLabel = "NAME", description = "with --all: only those of this stage")
        private String stage;

        @Mixin
        private ConnectionOptions where = new ConnectionOptions();

        @Override
        public Integer call() throws InterruptedException {
            if (all == !ids.isEmpty()) {
                throw UserException.usage("redrive needs ids of dead letters, or --all");
            }
            if (stage != null && !all) {
                throw UserException.usage("--stage goes with --all");
            }
            return with(where, this::redrive);
        }

        private int redrive(DeadLetterBox box) {
            Predicate<DeadLetter> meant = letter -> letter.redrivenAt().isEmpty()
                    && (stage == null || letter.stage().equals(stage));
            var chosen = all
                    ? Letters.all(box).stream()
                            .filter(meant)
                            .map(DeadLetter::id)
                            .toList()
                    : ids;
            int failures = 0;
            for (String id : chosen) {
                var letter = find(box, id);
                Optional<String> reason = Letters.redrive(box, id);
                if (reason.isPresent()) {
                    failures++;
                    parent.terminal.err().println("tonmeister: " + reason.get());
                } else {
                    parent.terminal
                            .out()
                            .println(id + " " + letter.key().orElse("") + " "
                                    + parent.terminal.glyphs().arrow() + " " + letter.topic());
                }
            }
            if (chosen.isEmpty()) {
                parent.terminal.out().println("There are no dead letters to be sent back.");
            }
            parent.terminal.out().flush();
            return failures == 0 ? ExitCode.OK : ExitCode.FAILURE;
        }
    }
}
