package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.ThreadsOption;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CacheOption;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.ManifestOption;
import org.tonmeister.training.corpus.Master;
import org.tonmeister.training.corpus.MusdbOption;
import org.tonmeister.training.corpus.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train evaluate}. */
@Command(
        name = "evaluate",
        description = "Judges the models on the test split: evaluation.json, the tables of models.md and its pictures.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Mixin
    private ManifestOption manifestOption;

    @Mixin
    private MusdbOption musdb;

    @Mixin
    private ModelsOption models;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "docs",
            description = "Folder for evaluation.json, models.md and images/models.")
    private Path out;

    @Option(
            names = "--sets",
            paramLabel = "NAME",
            defaultValue = "masters",
            description = "What the names of the masters' sets begin with: NAME-train, NAME-val, NAME-test.")
    private String sets;

    @Option(
            names = "--sends",
            paramLabel = "NAME",
            defaultValue = "sends",
            description = "The same of dry sources; left out if there are none.")
    private String sends;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--sound-tracks",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many tracks are listened to, for sound and behaviour: the slow part. 0 leaves it out.")
    private int soundTracks;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        int threadCount = threads.count();
        CorpusManifest manifest = manifestOption.manifest();
        List<Master> masters = Master.of(EnumSet.allOf(Split.class), manifest, musdb.songs(), cacheOption.cache());
        var run = new EvaluationRun(
                new EvaluationRun.Settings(models.work().folder(), sets, sends, threadCount, soundTracks),
                new Masters(masters, manifest.md5()),
                Contenders.in(models.models()),
                Ensembles.read(models.models()),
                err);
        Evaluation evaluation = run.evaluate(Provenance.commit(Path.of("").toAbsolutePath()));
        String tables = new EvaluationTables(evaluation).toString();
        MarkedPage.fill(out.resolve("models.md"), "\n" + tables + "\n");
        EvaluationJson.write(evaluation, out.resolve("evaluation.json"));
        new Pictures(evaluation, out.resolve("images").resolve("models")).write();
        spec.commandLine().getOut().print(tables);
        spec.commandLine().getOut().flush();
    }
}
