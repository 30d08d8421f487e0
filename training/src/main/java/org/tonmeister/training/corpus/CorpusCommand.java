package org.tonmeister.training.corpus;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train corpus}: the music that models learn from. */
@Command(
        name = "corpus",
        description = "Fetches and checks the music that models learn from.",
        subcommands = {CorpusFetchCommand.class, CorpusCheckCommand.class},
        mixinStandardHelpOptions = true)
public final class CorpusCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "train corpus: say 'fetch' or 'check'");
    }
}
