package org.tonmeister.training.fit;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import java.util.List;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.MixNetwork;
import org.tonmeister.neural.network.Torch;

/** A network in training: takes steps, and keeps the moving average of its weights. */
final class NetworkTrainer implements AutoCloseable {
    private static final float WEIGHT_DECAY = 0.3f;

    private final Model model;
    private final Trainer trainer;
    private final MovingAverage average;
    private final WindowTable table;
    private final Scale pictures;
    private final Scale figures;

    NetworkTrainer(FitPlan plan, int steps, WindowTable table, Scale pictures, Scale figures) {
        this.table = table;
        this.pictures = pictures;
        this.figures = figures;
        Torch.engine().setRandomSeed((int) plan.seed());
        Architecture architecture = plan.architecture();
        MixNetwork network = new MixNetwork(architecture);
        model = Model.newInstance(architecture.label(), Torch.engine().getEngineName());
        model.setBlock(network);
        var optimizer = Optimizer.adamW()
                .optLearningRateTracker(new Schedule(plan.highestRate(), steps))
                .optWeightDecays(WEIGHT_DECAY)
                .build();
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l1Loss()).optOptimizer(optimizer));
        Picture layout = architecture.picture();
        Shape[] shapes = {
            new Shape(2, Picture.channels(), layout.bins(), layout.frames()),
            new Shape(2, Figures.SIZE),
            new Shape(2, 2),
            new Shape(2, 1)
        };
        trainer.initialize(shapes);
        average = new MovingAverage(architecture, network, trainer.getManager(), shapes);
    }

    /** The network that is kept. */
    MixNetwork averaged() {
        return average.network();
    }

    Trainer trainer() {
        return trainer;
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

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
