package org.tonmeister.training.fit;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.MixNetwork;
import org.tonmeister.neural.network.Torch;
import org.tonmeister.neural.network.Weights;

/** A network in training: takes steps, and keeps the moving average of its weights. */
final class NetworkTrainer implements AutoCloseable {
    private final FitPlan plan;
    private final MixNetwork network;
    private final AdamW optimizer;
    private final Model model;
    private final Trainer trainer;
    private final MovingAverage average;
    private final WindowTable table;
    private final Scale pictures;
    private final Scale figures;

    /**
     * A network at the start, or where another run stood.
     *
     * @param steps of the whole training
     */
    NetworkTrainer(
            FitPlan plan,
            int steps,
            WindowTable table,
            Scale pictures,
            Scale figures,
            Optional<Checkpoint> checkpoint) {
        this.plan = plan;
        this.table = table;
        this.pictures = pictures;
        this.figures = figures;
        Torch.engine().setRandomSeed((int) plan.seed());
        Architecture architecture = plan.architecture();
        network = new MixNetwork(architecture);
        model = Model.newInstance(architecture.label(), Torch.engine().getEngineName());
        model.setBlock(network);
        // Before the trainer takes them over.
        checkpoint.ifPresent(c -> Weights.restore(network, model.getNDManager(), c.trained()));
        optimizer = new AdamW(new Schedule(plan.highestRate(), steps));
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l1Loss()).optOptimizer(optimizer));
        Picture layout = architecture.picture();
        Shape[] shapes = {
            new Shape(2, Picture.channels(), layout.bins(), layout.frames()),
            new Shape(2, Figures.SIZE),
            new Shape(2, 2),
            new Shape(2, 1)
        };
        trainer.initialize(shapes);
        optimizer.follow(network.getParameters().values(), trainer.getManager());
        average = new MovingAverage(architecture, network, trainer.getManager(), shapes);
        checkpoint.ifPresent(this::restore);
    }

    /** The network that is kept. */
    MixNetwork averaged() {
        return average.network();
    }

    Trainer trainer() {
        return trainer;
    }

    /** Where it stands. */
    Checkpoint checkpoint(String examples, double bestFigure, FitLog log) {
        return new Checkpoint(
                new Checkpoint.State(examples, optimizer.steps(), bestFigure, log),
                Weights.of(network),
                Weights.of(average.network()),
                optimizer.moments());
    }

    /**
     * One step on some bags; they pass through the network a few at a time.
     *
     * @return the loss before the step
     */
    double step(List<Pick> picks) {
        double sum = 0;
        try (var scope = trainer.getManager().newSubManager()) {
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                for (int from = 0; from < picks.size(); from += FitPlan.FORWARD_BAGS) {
                    int to = Math.min(picks.size(), from + FitPlan.FORWARD_BAGS);
                    sum += backward(picks.subList(from, to), (float) (to - from) / picks.size(), gradients, scope);
                }
            }
            optimizer.nextStep();
            trainer.step();
        }
        average.follow();
        return sum;
    }

    private double backward(
            List<Pick> picks, float share, GradientCollector gradients, ai.djl.ndarray.NDManager manager) {
        try (var scope = manager.newSubManager()) {
            Batch batch = Batch.of(picks, table, pictures, figures, scope);
            NDArray output = trainer.forward(batch.inputs()).singletonOrThrow();
            output.attach(scope);
            NDArray loss = BagLoss.of(output, batch).mul(share);
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private void restore(Checkpoint checkpoint) {
        int steps = checkpoint.state().steps();
        // The engine's generator cannot be kept, so dropout draws anew from here on; all else goes on as it was.
        Torch.engine().setRandomSeed((int) (31 * plan.seed() + steps));
        average.restore(steps, checkpoint.averaged(), trainer.getManager());
        optimizer.restore(steps, checkpoint.moments(), trainer.getManager());
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
