package org.tonmeister.standalone;

import java.util.List;
import org.tonmeister.standalone.command.AnalyzeCommand;
import org.tonmeister.standalone.command.DeadLettersCommand;
import org.tonmeister.standalone.command.ErrorReport;
import org.tonmeister.standalone.command.ListenCommand;
import org.tonmeister.standalone.command.MixCommand;
import org.tonmeister.standalone.command.RenderCommand;
import org.tonmeister.standalone.command.ReplayCommand;
import org.tonmeister.standalone.command.ServeCommand;
import org.tonmeister.standalone.command.StatusCommand;
import org.tonmeister.standalone.command.TopicsCommand;
import org.tonmeister.standalone.console.Terminal;
import org.tonmeister.training.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "tonmeister",
        description =
                "Mixes music over Apache Kafka: models listen to a track and set ten parameters, a mastering chain"
                        + " renders the mix.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all done", "1:some file was not done, or the work could not begin", "2:wrong command line"})
public final class Tonmeister {
    /** What picocli can do with, and what is still easy to read. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 100;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "after an unexpected fault, show where it came from")
    private boolean verbose;

    private Tonmeister() {}

    /** Runs the command in {@code arguments} and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var terminal = Terminal.of(System.getenv(), System.getProperties());
        int exitCode = run(terminal, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exitCode);
    }

    /** Runs the command in {@code arguments}; the exit code. */
    public static int run(Terminal terminal, String... arguments) {
        var root = new Tonmeister();
        var line = new CommandLine(root);
        for (Object command : List.of(
                new MixCommand(terminal),
                new AnalyzeCommand(terminal),
                new RenderCommand(terminal),
                new ServeCommand(terminal),
                new ListenCommand(terminal),
                new StatusCommand(terminal),
                new TopicsCommand(terminal),
                new DeadLettersCommand(terminal),
                new ReplayCommand(terminal),
                new TrainCommand(),
                new HelpCommand())) {
            line.addSubcommand(command);
        }
        var errors = new ErrorReport(terminal, () -> root.verbose);
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        line.setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, terminal.columns())));
        line.setParameterExceptionHandler(errors::onUsage);
        line.setExecutionExceptionHandler((fault, command, parsed) -> errors.onFault(fault));
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }
}
