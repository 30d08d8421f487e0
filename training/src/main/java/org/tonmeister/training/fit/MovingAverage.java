package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.MixNetwork;
import org.tonmeister.neural.network.Weights;

/**
 * A second network whose weights are the exponential moving average of those in training: it errs less and steadier than
 * any single step (Polyak and Juditsky 1992), and is the one that is kept.
 */
final class MovingAverage {
    /** Over some hundreds of steps; fewer at the start. */
    private static final float DECAY = 0.998f;

    private final MixNetwork network;
    private final List<Parameter> trained;
    private int steps;

    MovingAverage(Architecture architecture, MixNetwork trained, NDManager manager, Shape... inputs) {
        network = new MixNetwork(architecture);
        network.initialize(manager, DataType.FLOAT32, inputs);
        network.freezeParameters(true);
        this.trained = trained.getParameters().values();
    }

    MixNetwork network() {
        return network;
    }

    /**
     * Goes on where another run stood.
     *
     * @param stepsTaken how many it had followed
     */
    void restore(int stepsTaken, byte[] weights, NDManager manager) {
        steps = stepsTaken;
        Weights.load(network, manager, weights);
    }

    /** Follows one step of the training. */
    void follow() {
        float decay = Math.min(DECAY, (1f + steps) / (10f + steps));
        steps++;
        List<Parameter> averages = network.getParameters().values();
        for (int i = 0; i < averages.size(); i++) {
            NDArray average = averages.get(i).getArray();
            try (NDArray now = trained.get(i).getArray().stopGradient();
                    NDArray part = now.mul(1 - decay)) {
                average.muli(decay).addi(part);
            }
        }
    }
}
