package org.tonmeister.training.masters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tonmeister.predict.analyser.MasterStatistics;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CacheOption;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train masters}. */
@Command(
        name = "masters",
        description = "Measures the finished masters of the training split, for the analyser to compare with.",
        mixinStandardHelpOptions = true)
public final class MastersCommand implements Callable<Integer> {
    private static final int THREADS = 2;
    private static final int VERSION_DIGITS = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "predict-service/src/main/resources/org/tonmeister/predict/masters.json",
            description = "File to write; ${DEFAULT-VALUE} if left out, where the next build takes it from.")
    private Path out;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new TrainingException(
                    "There is no folder " + folder + ": run this in the project's own folder, or name a file by --out");
        }
        long started = System.nanoTime();
        CorpusManifest manifest = CorpusManifest.bundled();
        MasterStatistics statistics = new MasterMeasurement(cacheOption.cache(), THREADS, err)
                .measure(manifest.tracks(EnumSet.of(Split.TRAIN)), version(manifest));
        statistics.write(out);
        err.printf(
                Locale.ROOT,
                "%d tracks, %d windows in %.0f s: %s%n",
                statistics.tracks(),
                statistics.windows(),
                (System.nanoTime() - started) / 1e9,
                out);
    }

    /** The models' versions contain it, so it is short. */
    private static String version(CorpusManifest manifest) {
        return manifest.md5().substring(0, VERSION_DIGITS);
    }
}
