package org.tonmeister.benchmarks;

import java.io.IOException;
import org.tonmeister.benchmarks.jmh.JmhCommand;
import org.tonmeister.benchmarks.meters.MetersCommand;
import org.tonmeister.benchmarks.mixes.MixesCommand;
import org.tonmeister.benchmarks.services.ServicesCommand;
import org.tonmeister.benchmarks.speed.SpeedCommand;
import org.tonmeister.benchmarks.stages.StagesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command of which all benchmarks are sub-commands. */
@Command(
        name = "bench",
        description = "Measures Tonmeister's speed and sound, beside FFmpeg.",
        subcommands = {
            JmhCommand.class,
            MetersCommand.class,
            MixesCommand.class,
            ServicesCommand.class,
            SpeedCommand.class,
            StagesCommand.class,
            HelpCommand.class,
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Runnable {
    @Spec
    private CommandSpec spec;

    private Bench() {}

    /** Runs the command in {@code arguments} and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line. What a user can mend is told in one line: an {@link IOException} and its message. */
    static CommandLine commandLine() {
        var line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            if (fault instanceof IOException) {
                command.getErr().println("bench: " + fault.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw fault;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "bench: say what to measure; 'bench help' lists it");
    }
}
