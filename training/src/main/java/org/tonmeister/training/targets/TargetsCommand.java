package org.tonmeister.training.targets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.ThreadsOption;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.CacheOption;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.ManifestOption;
import org.tonmeister.training.corpus.Master;
import org.tonmeister.training.corpus.MusdbOption;
import org.tonmeister.training.corpus.MusdbTrack;
import org.tonmeister.training.corpus.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train targets}. */
@Command(
        name = "targets",
        description = "Degrades finished masters by known flaws: the examples that the models learn from.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class TargetsCommand implements Callable<Integer> {
    /** Splits of finished masters. */
    private static final Set<Split> SPLITS = EnumSet.of(Split.TRAIN, Split.VAL, Split.TEST);

    /** By the stress protocol, in which everything is flawed, fewer examples are made. */
    private static final int DRAWS_A_STRESS_DRAW = 3;

    private static final int JUDGED_DRAWS_A_STRESS_DRAW = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Mixin
    private ManifestOption manifestOption;

    @Mixin
    private MusdbOption musdb;

    @Mixin
    private WorkOption work;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "train, val or test; may be given several times. All if left out.")
    private List<String> splits = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "masters",
            description = "What the sets' names begin with: NAME-train, NAME-val, NAME-test.")
    private String name;

    @Option(names = "--tracks", paramLabel = "N", description = "Only N tracks of each split, evenly spaced.")
    private Integer tracks;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "24",
            description =
                    "Flawed examples of each training track; a third as many, with everything flawed, come on top.")
    private int draws;

    @Option(names = "--draw-windows", paramLabel = "N", defaultValue = "6", description = "Windows of each of these.")
    private int drawWindows;

    @Option(
            names = "--judged-draws",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Flawed examples of each track of val and test; half as many, with everything flawed, on top.")
    private int judgedDraws;

    @Option(
            names = "--windows",
            paramLabel = "N",
            defaultValue = "24",
            description = "Windows of each clean track, and of each flawed example of val and test.")
    private int windows;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all that is drawn.")
    private long seed;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        check();
        CorpusManifest manifest = manifestOption.manifest();
        List<MusdbTrack> songs = musdb.songs();
        var run = new ExampleRun(threads.count(), err);
        for (Split split : splits()) {
            List<Master> masters = Master.of(EnumSet.of(split), manifest, songs, cacheOption.cache());
            String set = name + "-" + split.label();
            run.make(set, some(masters), new MasterMaker(recipe(split), work.set(set)));
        }
    }

    private void check() throws TrainingException {
        if (draws < 0 || judgedDraws < 0) {
            throw new TrainingException("--draws and --judged-draws must be 0 or more");
        } else if (windows < 1 || drawWindows < 1 || (tracks != null && tracks < 1)) {
            throw new TrainingException("--windows, --draw-windows and --tracks must be 1 or more");
        } else if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new TrainingException(
                    "'" + name + "' is no name for sets: use small letters, digits and hyphens after --name");
        }
    }

    private Set<Split> splits() throws TrainingException {
        if (splits.isEmpty()) {
            return SPLITS;
        }
        var chosen = EnumSet.noneOf(Split.class);
        for (String label : splits) {
            chosen.add(Split.of(label)
                    .filter(SPLITS::contains)
                    .orElseThrow(() -> new TrainingException(
                            "'" + label + "' is not a split of masters; there are train, val and test")));
        }
        return chosen;
    }

    private List<Master> some(List<Master> all) {
        if (tracks == null || tracks >= all.size()) {
            return all;
        }
        var some = new ArrayList<Master>();
        for (int i = 0; i < tracks; i++) {
            some.add(all.get((int) ((2L * i + 1) * all.size() / (2L * tracks))));
        }
        return some;
    }

    private Recipe recipe(Split split) {
        return split == Split.TRAIN
                ? new Recipe(seed, windows, draws, draws / DRAWS_A_STRESS_DRAW, drawWindows, true)
                : new Recipe(seed, windows, judgedDraws, judgedDraws / JUDGED_DRAWS_A_STRESS_DRAW, windows, false);
    }
}
