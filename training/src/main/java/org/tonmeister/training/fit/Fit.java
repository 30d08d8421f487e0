package org.tonmeister.training.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.Weights;

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

    /** @return the validation errors of the network that was kept */
    TrackErrors run() throws IOException {
        Scale pictures = Scales.ofPictures(training.table());
        Scale figures = Scales.ofFigures(training.table());
        var picks = new Picks(training.all(), new Random(plan.seed()));
        int steps = plan.epochs() * ((picks.size() + plan.stepBags() - 1) / plan.stepBags());
        var judge = new Validation(validation, pictures, figures);
        TrackErrors best = null;
        var log = new FitLog(plan, training.all().size(), training.table().size());
        int bestEpoch = 0;
        try (var trainer = new NetworkTrainer(plan, steps, training.table(), pictures, figures)) {
            for (int epoch = 1; epoch <= plan.epochs() && epoch - bestEpoch <= plan.patience(); epoch++) {
                long started = System.nanoTime();
                double loss = epoch(trainer, picks.epoch());
                TrackErrors errors =
                        judge.errors(trainer.averaged(), trainer.trainer().getManager());
                boolean better = best == null || errors.figure() < best.figure();
                if (better) {
                    best = errors;
                    bestEpoch = epoch;
                    write(trainer, pictures, figures);
                }
                log.add(new FitLog.Epoch(epoch, loss, errors, better));
                log.write(folder);
                report(epoch, loss, errors, better, (System.nanoTime() - started) / 1e9);
            }
        }
        return best;
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
