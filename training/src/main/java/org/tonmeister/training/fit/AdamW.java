package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), as DJL's, but its moments can be kept and
 * taken up again. It computes with the engine's own update, so that the bits are those of DJL's.
 */
final class AdamW extends Optimizer {
    private static final float WEIGHT_DECAY = 0.3f;
    private static final float MEAN_DECAY = 0.9f;
    private static final float VARIANCE_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final Schedule schedule;
    private final Map<String, NDList> moments = new HashMap<>();
    private NDList inOrder = new NDList();
    private int steps;

    AdamW(Schedule schedule) {
        super(Optimizer.adamW().optWeightDecays(WEIGHT_DECAY));
        this.schedule = schedule;
    }

    /**
     * Makes the moments; to be called before the first step.
     *
     * @param parameters of the network in its order; those that are not learned are left out
     * @param manager owns the moments
     */
    void follow(List<Parameter> parameters, NDManager manager) {
        for (Parameter parameter : parameters) {
            if (parameter.requiresGradient()) {
                var zeros = new NDList(
                        manager.zeros(parameter.getArray().getShape()),
                        manager.zeros(parameter.getArray().getShape()));
                moments.put(parameter.getId(), zeros);
                inOrder.addAll(zeros);
            }
        }
    }

    /** Counts a step; its updates come after. */
    void nextStep() {
        steps++;
    }

    /** Steps taken. */
    int steps() {
        return steps;
    }

    /** Mean and variance of the gradient for each learned parameter. */
    byte[] moments() {
        return inOrder.encode();
    }

    /**
     * Goes on where another run of the same network stood.
     *
     * @param stepsTaken its {@link #steps}
     * @param encoded its {@link #moments}
     */
    void restore(int stepsTaken, byte[] encoded, NDManager manager) {
        steps = stepsTaken;
        try (var scope = manager.newSubManager()) {
            NDList saved = NDList.decode(scope, encoded);
            for (int i = 0; i < inOrder.size(); i++) {
                saved.get(i).copyTo(inOrder.get(i));
            }
        }
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray gradient) {
        NDList own = moments.get(parameterId);
        float rate = schedule.rate(steps);
        double meanBias = 1 - Math.pow(MEAN_DECAY, steps);
        double varianceBias = 1 - Math.pow(VARIANCE_DECAY, steps);
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, own.get(0), own.get(1)),
                        new NDList(weight),
                        rate,
                        (float) (rate * Math.sqrt(varianceBias) / meanBias),
                        getWeightDecay(),
                        rescaleGrad,
                        clipGrad,
                        MEAN_DECAY,
                        VARIANCE_DECAY,
                        EPSILON,
                        true,
                        true);
    }
}
