package org.tonmeister.training.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.targets.WorkOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code train fit}. */
@Command(
        name = "fit",
        description = {
            "Trains a network on the examples that targets and sends have made, and keeps the best.",
            "A training that was broken off goes on behind its last whole epoch."
        },
        mixinStandardHelpOptions = true)
public final class FitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkOption work;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            required = true,
            converter = ModelConverter.class,
            description = "baseline-cnn, enhanced-cnn or ast.")
    private Architecture model;

    @Option(names = "--set", paramLabel = "NAME", description = "Sets of examples; masters and sends if left out.")
    private List<String> sets = List.of("masters", "sends");

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the network; models/NAME in --work.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Of weights, order and dropout; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--epochs", defaultValue = "16", description = "At most; ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--patience",
            defaultValue = "5",
            description = "Epochs without a better validation before it stops; ${DEFAULT-VALUE}.")
    private int patience;

    @Option(names = "--rate", defaultValue = "0.002", description = "The highest learning rate; ${DEFAULT-VALUE}.")
    private float rate;

    @Option(names = "--bags", defaultValue = "24", description = "Examples a step; ${DEFAULT-VALUE}.")
    private int bags;

    @Option(
            names = "--anew",
            description = "Begins at the start although there is an unfinished training to go on with.")
    private boolean anew;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        long started = System.nanoTime();
        Bags training = read("train", err);
        Bags validation = read("val", err);
        Path folder = out == null ? work.folder().resolve("models").resolve(model.label()) : out;
        if (anew) {
            Checkpoint.remove(folder);
        }
        var plan = new FitPlan(model, seed, epochs, patience, rate, bags);
        new Fit(plan, training, validation, folder, err).run();
        err.printf(Locale.ROOT, "%s in %.0f s%n", folder, (System.nanoTime() - started) / 1e9);
    }

    private Bags read(String split, PrintWriter err) throws IOException, TrainingException {
        List<Path> folders = new ArrayList<>();
        for (String set : sets) {
            folders.add(work.set(set + "-" + split));
        }
        Bags read = Bags.read(folders, model.picture());
        err.printf(
                Locale.ROOT,
                "%s: %d examples, %d windows%n",
                split,
                read.all().size(),
                read.table().size());
        err.flush();
        return read;
    }

    static final class ModelConverter implements ITypeConverter<Architecture> {
        @Override
        public Architecture convert(String label) {
            return Architecture.of(label)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + label + "' is not a network; there are baseline-cnn, enhanced-cnn and ast"));
        }
    }
}
