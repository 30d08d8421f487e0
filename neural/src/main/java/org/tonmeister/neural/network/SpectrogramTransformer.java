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
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * A small Audio Spectrogram Transformer (Gong, Chung and Glass, Interspeech 2021, section 2.1): patches of 16 × 16 points
 * are projected, a class token is put before them and a learned position added to each; the class token that leaves the
 * last layer is the embedding. Unlike the original it sees mid and side, its patches do not overlap, and it learns from
 * scratch. {@code [N, 2, bins, frames]} to {@code [N, dimensions]}.
 */
final class SpectrogramTransformer extends AbstractBlock {
    static final int PATCH = 16;

    private static final byte VERSION = 1;

    private final int dimensions;
    private final int patches;
    private final Block projection;
    private final List<Block> layers = new ArrayList<>();
    private final Block norm;
    private final Parameter classToken;
    private final Parameter positions;

    SpectrogramTransformer(int dimensions, int patches, int layerCount, int heads, float dropout) {
        super(VERSION);
        this.dimensions = dimensions;
        this.patches = patches;
        Shape patch = new Shape(PATCH, PATCH);
        projection = addChildBlock(
                "projection",
                Conv2d.builder()
                        .setKernelShape(patch)
                        .optStride(patch)
                        .setFilters(dimensions)
                        .build());
        for (int i = 0; i < layerCount; i++) {
            layers.add(addChildBlock(
                    "layer" + i,
                    new TransformerEncoderBlock(
                            dimensions,
                            heads,
                            2 * dimensions,
                            dropout,
                            list -> new NDList(Activation.gelu(list.singletonOrThrow())))));
        }
        norm = addChildBlock("norm", LayerNorm.builder().axis(1).build());
        classToken = addParameter(Parameter.builder()
                .setName("classToken")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(1, 1, dimensions))
                .build());
        positions = addParameter(Parameter.builder()
                .setName("positions")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(1, patches + 1, dimensions))
                .build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray pictures = inputs.singletonOrThrow();
        long count = pictures.getShape().get(0);
        NDArray projected =
                projection.forward(store, new NDList(pictures), training).singletonOrThrow();
        NDArray tokens = projected.reshape(count, dimensions, patches).transpose(0, 2, 1);
        NDArray first =
                store.getValue(classToken, pictures.getDevice(), training).repeat(0, count);
        NDArray sequence = first.concat(tokens, 1).add(store.getValue(positions, pictures.getDevice(), training));
        NDList state = new NDList(sequence);
        for (Block layer : layers) {
            state = layer.forward(store, state, training);
        }
        NDArray embedding = state.singletonOrThrow().get(":, 0, :");
        return norm.forward(store, new NDList(embedding), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        projection.initialize(manager, type, inputs[0]);
        Shape sequence = new Shape(inputs[0].get(0), patches + 1, dimensions);
        layers.forEach(layer -> layer.initialize(manager, type, sequence));
        norm.initialize(manager, type, new Shape(inputs[0].get(0), dimensions));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), dimensions)};
    }
}
