package org.tonmeister.training;

import org.tonmeister.training.compare.CompareCommand;
import org.tonmeister.training.corpus.CorpusCommand;
import org.tonmeister.training.evaluate.EnsembleCommand;
import org.tonmeister.training.evaluate.EvaluateCommand;
import org.tonmeister.training.fit.FitCommand;
import org.tonmeister.training.masters.MastersCommand;
import org.tonmeister.training.release.ReleaseCommand;
import org.tonmeister.training.sends.SendsCommand;
import org.tonmeister.training.targets.TargetsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code train}: the command of which all others here are sub-commands. */
@Command(
        name = "train",
        description = "Makes the models: fetches music, makes examples of it, trains, judges.",
        subcommands = {
            CorpusCommand.class,
            MastersCommand.class,
            TargetsCommand.class,
            SendsCommand.class,
            FitCommand.class,
            EnsembleCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            ReleaseCommand.class
        },
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "train: say what to do, such as 'targets' or 'fit'");
    }
}
