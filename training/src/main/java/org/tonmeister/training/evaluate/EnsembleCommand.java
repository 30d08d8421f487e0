package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.command.Attempt;
import org.tonmeister.training.command.ThreadsOption;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.ensemble.EnsembleFit;
import org.tonmeister.training.ensemble.EnsembleFit.Answered;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train ensemble}. */
@Command(
        name = "ensemble",
        description = "Fits the weights of the ensemble on the validation split: ensemble-weights.json in --models.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class EnsembleCommand implements Callable<Integer> {
    private static final int VERSION_DIGITS = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelsOption models;

    @Option(names = "--set", paramLabel = "NAME", description = "Sets of examples; masters and sends if left out.")
    private List<String> sets = List.of("masters", "sends");

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() throws InterruptedException {
        return Attempt.of(spec, this::run);
    }

    private void run() throws TrainingException, IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        List<PredictorSource> members = Contenders.in(models.models());
        List<String> names = members.stream().map(PredictorSource::name).toList();
        Path kept = models.work().folder().resolve("estimates");
        var step = new EstimateStep(new EstimateStore(kept), members, threads.count(), err);
        var blind = new ArrayList<Answered>();
        var reference = new ArrayList<Answered>();
        for (String name : sets) {
            ExampleSet set = ExampleSet.open(models.work().set(name + "-val"));
            step.run(set);
            for (Path track : set.tracks()) {
                Map<String, TrackEstimates> said = step.estimates(set, track);
                for (Example example : ExampleSet.examples(track)) {
                    blind.add(answered(names, Use.BLIND, example, said));
                    reference.add(answered(names, Use.REFERENCE, example, said));
                }
            }
        }
        new Ensembles(fit(members, blind), fit(members, reference)).write(models.models());
        spec.commandLine().getOut().println(models.models());
    }

    private static Answered answered(List<String> members, Use use, Example example, Map<String, TrackEstimates> said) {
        return new Answered(example, EnsembleAnswer.means(members, use, example, said));
    }

    /** Its version changes with every member and every number. */
    private static EnsembleWeights fit(List<PredictorSource> members, List<Answered> examples) {
        var fitted = EnsembleFit.fit(members.stream().map(PredictorSource::name).toList(), examples, "");
        var all = new StringBuilder()
                .append(fitted.weights())
                .append(fitted.responses())
                .append(fitted.alone());
        members.forEach(member -> all.append(member.folder()).append(' '));
        String version = Fingerprint.of(all.toString()).substring(0, VERSION_DIGITS);
        return new EnsembleWeights(version, fitted.weights(), fitted.responses(), fitted.alone());
    }
}
