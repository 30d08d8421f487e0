package org.tonmeister.standalone.command;

import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.standalone.broker.BrokerException;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong, in one line on stderr, and the exit code it ends in. */
public final class ErrorReport {
    private final Terminal terminal;
    private final BooleanSupplier verbose;

    /** @param verbose whether unexpected faults show their stack trace */
    public ErrorReport(Terminal terminal, BooleanSupplier verbose) {
        this.terminal = terminal;
        this.verbose = verbose;
    }

    /** A command line that cannot be understood. */
    public int onUsage(ParameterException fault, String[] arguments) {
        say(Reasons.firstLine(fault.getMessage()));
        UnmatchedArgumentException.printSuggestions(
                fault, fault.getCommandLine().getErr());
        say("see: " + qualifiedName(fault.getCommandLine()) + " --help");
        return ExitCode.USAGE;
    }

    /** A command that ended in a fault. */
    public int onFault(Exception fault) {
        if (fault instanceof UserException mistake) {
            say(mistake.getMessage());
            return mistake.exitCode();
        } else if (fault instanceof InvalidSettingException) {
            say(fault.getMessage());
            return ExitCode.USAGE;
        } else if (fault instanceof InterruptedException) {
            say("stopped");
            return ExitCode.FAILURE;
        } else if (fault instanceof BrokerException) {
            say(fault.getMessage());
        } else {
            say("unexpected fault: " + fault + (verbose.getAsBoolean() ? "" : " (--verbose shows where)"));
        }
        LoggerFactory.getLogger(ErrorReport.class).atError().setCause(fault).log("The command failed");
        if (verbose.getAsBoolean()) {
            fault.printStackTrace(terminal.err());
        }
        return ExitCode.FAILURE;
    }

    private void say(String line) {
        terminal.err().println("tonmeister: " + line);
    }

    private static String qualifiedName(CommandLine command) {
        return command.getCommandSpec().qualifiedName(" ");
    }
}
