package org.tonmeister.standalone.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.tonmeister.operations.topics.TopicInspection;
import org.tonmeister.operations.topics.TopicReport;
import org.tonmeister.operations.transactions.HangingTransaction;
import org.tonmeister.operations.transactions.HangingTransactions;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.standalone.report.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topics as they are. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description =
                "Shows the topics: partitions, copies, retention, offsets, bytes on disk, the newest record's age.",
        footer = {
            "%nWhat is not as the services need it is named on stderr, and the exit code is 1.",
            "With --abort-hanging, transactions that hold readers back and that nobody ends are ended as aborted.",
            "Offsets count the marks at the ends of transactions too. Without --bootstrap, the broker that 'serve' or"
                    + " 'mix' runs on the data folder."
        })
public final class TopicsCommand implements Callable<Integer> {
    private static final String ROW = "%-28s %10s %6s %9s %12s %9s  %s";

    private final Terminal terminal;

    @Option(
            names = "--abort-hanging",
            description = "end transactions that readers wait for and that no coordinator will end")
    private boolean abortHanging;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    /** Writes to {@code terminal}. */
    public TopicsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Logging.toFile(where.data().logs());
        List<TopicReport> topics;
        List<HangingTransaction> hanging;
        try (var connection = where.openRunning();
                var admin = Admin.create(connection.settings().admin())) {
            var transactions = new HangingTransactions(admin, connection.settings());
            if (abortHanging) {
                return abort(transactions);
            }
            hanging = transactions.visible();
            topics = new TopicInspection(admin, connection.settings()).look();
        }
        var out = terminal.out();
        out.println(terminal.outPaint()
                .bold(Figures.text(ROW, "Topic", "partitions", "copies", "kept", "offsets", "on disk", "newest")));
        topics.stream().filter(topic -> topic.partitions() > 0).forEach(topic -> out.println(row(topic)));
        out.flush();
        var warnings = Stream.concat(
                        topics.stream().flatMap(topic -> topic.warnings().stream()),
                        hanging.stream().map(Transactions::complaint))
                .toList();
        warnings.forEach(warning -> terminal.err().println("tonmeister: " + warning));
        return warnings.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private int abort(HangingTransactions transactions) {
        var hanging = transactions.find();
        transactions.abort(hanging);
        var out = terminal.out();
        hanging.forEach(one -> out.println("ended: " + Transactions.what(one)));
        out.println(
                hanging.isEmpty()
                        ? "No transaction hangs."
                        : "A track that stays at work is begun again by ./tonmeister replay --from uploads --track ID");
        out.flush();
        return ExitCode.OK;
    }

    private static String row(TopicReport topic) {
        return Figures.text(
                        ROW,
                        topic.name(),
                        topic.partitions(),
                        topic.replication(),
                        topic.compacted()
                                ? "compacted"
                                : topic.retention().map(TopicsCommand::kept).orElse("for ever"),
                        topic.offsets(),
                        Bytes.of(topic.bytes()),
                        topic.newest().map(at -> Ages.since(at) + " ago").orElse(""))
                .stripTrailing();
    }

    private static String kept(Duration retention) {
        return Ages.of(retention);
    }
}
