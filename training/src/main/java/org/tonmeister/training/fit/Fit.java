package org.tonmeister.training.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.Weights;
import org.tonmeister.training.command.TrainingException;

/** Trains one network: epochs, validation after each, the best kept. */
final class Fit {
    private final FitPlan plan;
    private final Bags training;
    private final Bags validation;
    private final Path folder;
    private final PrintWriter progress;

    /** @param folder where the best network is written */
    Fit(FitPlan plan, Bags training, Bags validation, Path folder, PrintWriter progress) {
        this.plan = plan;
        this.training = training;
        this.validation = validation;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Trains, from the folder's checkpoint on if there is one.
     *
     * @return the validation errors of the network that was kept
     * @throws TrainingException if the checkpoint is of a training with another plan or other examples
     */
    TrackErrors run() throws IOException, TrainingException {
        Scale pictures = Scales.ofPictures(training.table());
        Scale figures = Scales.ofFigures(training.table());
        var picks = new Picks(training.all(), new Random(plan.seed()));
        int steps = plan.epochs() * ((picks.size() + plan.stepBags() - 1) / plan.stepBags());
        var judge = new Validation(validation, pictures, figures);
        String examples = examples(pictures, figures);
        Optional<Checkpoint> checkpoint = checkpoint(examples);
        var course = new Course(
                checkpoint
                        .map(c -> c.state().log())
                        .orElseGet(() -> new FitLog(
                                plan, training.all().size(), training.table().size())),
                checkpoint.map(c -> c.state().bestFigure()).orElse(Double.POSITIVE_INFINITY));
        // What the epochs so far drew, so that the next draws what it would have.
        for (int epoch = 1; epoch <= course.epochs(); epoch++) {
            picks.epoch();
        }
        try (var trainer = new NetworkTrainer(plan, steps, training.table(), pictures, figures, checkpoint)) {
            while (course.goesOn()) {
                int epoch = course.epochs() + 1;
                long started = System.nanoTime();
                double loss = epoch(trainer, picks.epoch());
                TrackErrors errors =
                        judge.errors(trainer.averaged(), trainer.trainer().getManager());
                boolean better = course.add(loss, errors);
                if (better) {
                    write(trainer, pictures, figures);
                }
                course.log().write(folder);
                trainer.checkpoint(examples, course.bestFigure(), course.log()).write(folder);
                report(epoch, loss, errors, better, (System.nanoTime() - started) / 1e9);
            }
        }
        Checkpoint.remove(folder);
        return course.best();
    }

    private Optional<Checkpoint> checkpoint(String examples) throws IOException, TrainingException {
        Optional<Checkpoint> found = Checkpoint.find(folder);
        if (found.isPresent()) {
            Checkpoint.State state = found.get().state();
            if (!state.log().plan().equals(plan) || !state.examples().equals(examples)) {
                throw new TrainingException(
                        folder + " holds an unfinished training with another plan or other examples ("
                                + state.log().plan() + "): go on with the same, or begin --anew");
            }
            progress.printf(
                    Locale.ROOT,
                    "going on after epoch %d%n",
                    state.log().epochs().size());
            progress.flush();
        }
        return found;
    }

    /** The scales change with any change of the examples. */
    private String examples(Scale pictures, Scale figures) {
        return String.format(
                Locale.ROOT, "%d-%08x-%08x", training.table().size(), pictures.hashCode(), figures.hashCode());
    }

    private double epoch(NetworkTrainer trainer, List<Pick> picks) {
        double sum = 0;
        int steps = 0;
        for (int from = 0; from < picks.size(); from += plan.stepBags()) {
            sum += trainer.step(picks.subList(from, Math.min(picks.size(), from + plan.stepBags())));
            steps++;
        }
        return sum / steps;
    }

    private void write(NetworkTrainer trainer, Scale pictures, Scale figures) throws IOException {
        var network = trainer.averaged();
        String label = plan.architecture().label();
        int dimensions = plan.architecture().dimensions();
        var encoder = PartFile.of(new PartFile.Facts(label, null, dimensions, pictures), Weights.of(network.encoder()));
        var head = PartFile.of(
                new PartFile.Facts(label, label + "+" + encoder.version(), dimensions, figures),
                Weights.of(network.head()));
        encoder.write(folder, PartFile.Part.ENCODER);
        head.write(folder, PartFile.Part.HEAD);
    }

    private void report(int epoch, double loss, TrackErrors errors, boolean better, double seconds) {
        progress.printf(Locale.ROOT, "epoch %d: loss %.4f", epoch, loss);
        errors.byJudgement()
                .keySet()
                .forEach(name -> progress.printf(Locale.ROOT, ", %s %.4f", name, errors.mean(name)));
        progress.printf(Locale.ROOT, "%s (%.0f s)%n", better ? " *" : "", seconds);
        progress.flush();
    }
}
