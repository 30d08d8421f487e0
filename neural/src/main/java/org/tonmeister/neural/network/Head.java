package org.tonmeister.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * From what is known of a window to its answer. Inputs: the window, {@code [N, Z]}; the reference minus the window,
 * {@code [N, Z]}, zeros where there is none; whether there is one, {@code [N, 1]}, 1 or 0. Where there is none, a learned
 * vector stands in its place. Output {@code [N, }{@value #OUTPUTS}{@code ]}: ten parameters, not yet limited to their
 * range, and how sure of them it is.
 */
final class Head extends AbstractBlock {
    /** Ten parameters and the confidence. */
    static final int OUTPUTS = 11;

    private static final byte VERSION = 1;

    private final long inputs;
    private final Parameter none;
    private final Block layers;

    Head(int inputs, int wide, int narrow, float dropout) {
        super(VERSION);
        this.inputs = inputs;
        none = addParameter(Parameter.builder()
                .setName("none")
                .setType(Parameter.Type.BIAS)
                .optShape(new Shape(1, inputs))
                .build());
        layers = addChildBlock(
                "layers",
                new SequentialBlock()
                        .add(Linear.builder().setUnits(wide).build())
                        .add(BatchNorm.builder().build())
                        .add(Activation::relu)
                        .add(Dropout.builder().optRate(dropout).build())
                        .add(Linear.builder().setUnits(narrow).build())
                        .add(BatchNorm.builder().build())
                        .add(Activation::relu)
                        .add(Dropout.builder().optRate(dropout).build())
                        .add(Linear.builder().setUnits(OUTPUTS).build()));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList list, boolean training, PairList<String, Object> params) {
        NDArray window = list.get(0);
        NDArray difference = list.get(1);
        NDArray known = list.get(2);
        NDArray missing = store.getValue(none, window.getDevice(), training)
                .mul(known.sub(1).neg());
        NDArray all = window.concat(difference.mul(known).add(missing), 1);
        return layers.forward(store, new NDList(all), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        layers.initialize(manager, type, new Shape(shapes[0].get(0), 2 * inputs));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        return new Shape[] {new Shape(shapes[0].get(0), OUTPUTS)};
    }
}
