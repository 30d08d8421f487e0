package org.tonmeister.neural.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Picture;

/**
 * Encoder and head in one block, as they are trained. Inputs: pictures {@code [M, 2, bins, frames]}; figures {@code [M,
 * F]}; for each of the first N windows, which are the ones asked about, the share of each of the M in its reference,
 * {@code [N, M]}; whether it has one, {@code [N, 1]}. Output: that of {@link Head} for the N windows.
 */
public final class MixNetwork extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Architecture architecture;
    private final Block encoder;
    private final Block head;

    /** A network without weights. */
    public MixNetwork(Architecture architecture) {
        super(VERSION);
        this.architecture = architecture;
        encoder = addChildBlock("encoder", architecture.encoder());
        head = addChildBlock("head", Architecture.head(architecture.dimensions()));
    }

    /** The part that turns a picture into an embedding. */
    public Block encoder() {
        return encoder;
    }

    /** The part that answers. */
    public Block head() {
        return head;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        var scoped = new ScopedStore(store, inputs.get(0).getManager());
        NDArray embeddings =
                encoder.forward(scoped, new NDList(inputs.get(0)), training).singletonOrThrow();
        NDArray all = embeddings.concat(inputs.get(1), 1);
        NDArray shares = inputs.get(2);
        NDArray asked = all.get("0:{}", shares.getShape().get(0));
        NDArray difference = shares.matMul(all).sub(asked);
        return head.forward(scoped, new NDList(asked, difference, inputs.get(3)), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Picture picture = architecture.picture();
        long count = inputs[0].get(0);
        encoder.initialize(manager, type, new Shape(count, Picture.channels(), picture.bins(), picture.frames()));
        head.initialize(manager, type, new Shape(inputs[2].get(0), architecture.dimensions() + Figures.SIZE));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[2].get(0), Head.OUTPUTS)};
    }
}
