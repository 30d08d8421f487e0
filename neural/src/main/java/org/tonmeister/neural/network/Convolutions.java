package org.tonmeister.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/** The two convolutional encoders: {@code [N, 2, bins, frames]} to {@code [N, dimensions]}. */
final class Convolutions {
    private static final Shape THREE = new Shape(3, 3);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape ONE = new Shape(1, 1);
    /** Squeeze-and-excitation: what a channel's weight is squeezed through. */
    private static final int SQUEEZE = 8;

    private Convolutions() {}

    /** Plain: four convolutions with normalisation and ReLU that halve the picture, then mean and maximum over the rest. */
    static Block baseline(int dimensions, float dropout) {
        var net = new SequentialBlock();
        for (int filters : new int[] {16, 32, 48, 64}) {
            net.add(convolution(filters, THREE, TWO)).add(Activation::relu);
        }
        return net.add(meanAndMaximum())
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(dimensions).build())
                .add(Activation::relu);
    }

    /**
     * Residual blocks (He et al. 2016, figure 2), each with squeeze-and-excitation (Hu et al. 2018, figure 3), that halve
     * the picture.
     */
    static Block enhanced(int dimensions, float dropout) {
        var net = new SequentialBlock().add(convolution(16, THREE, TWO)).add(Activation::relu);
        for (int filters : new int[] {24, 48, 64}) {
            net.add(residual(filters, TWO)).add(residual(filters, ONE));
        }
        return net.add(meanAndMaximum())
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(dimensions).build())
                .add(Activation::relu);
    }

    private static Block residual(int filters, Shape stride) {
        var branch = new SequentialBlock()
                .add(convolution(filters, THREE, stride))
                .add(Activation::relu)
                .add(convolution(filters, THREE, ONE))
                .add(squeezeAndExcitation(filters));
        var shortcut = new SequentialBlock();
        shortcut.add(stride.equals(ONE) ? new LambdaBlock(in -> in, "identity") : convolution(filters, ONE, stride));
        var sum = new ParallelBlock(
                outputs -> new NDList(Activation.relu(
                        outputs.get(0).singletonOrThrow().add(outputs.get(1).singletonOrThrow()))),
                List.of(branch, shortcut));
        return new SequentialBlock().add(sum);
    }

    private static Block squeezeAndExcitation(int filters) {
        var weights = new SequentialBlock()
                .add(Pool.globalAvgPool2dBlock())
                .add(Linear.builder().setUnits(SQUEEZE).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(filters).build())
                .add(Activation::sigmoid);
        return new ParallelBlock(
                outputs -> {
                    var features = outputs.get(0).singletonOrThrow();
                    var weight = outputs.get(1).singletonOrThrow();
                    return new NDList(
                            features.mul(weight.reshape(weight.getShape().get(0), filters, 1, 1)));
                },
                List.of(new LambdaBlock(in -> in, "identity"), weights));
    }

    private static Block convolution(int filters, Shape kernel, Shape stride) {
        long padding = kernel.get(0) / 2;
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(kernel)
                        .setFilters(filters)
                        .optStride(stride)
                        .optPadding(new Shape(padding, padding))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().build());
    }

    private static Block meanAndMaximum() {
        return new ParallelBlock(
                outputs -> new NDList(
                        outputs.get(0).singletonOrThrow().concat(outputs.get(1).singletonOrThrow(), 1)),
                List.of(Pool.globalAvgPool2dBlock(), Pool.globalMaxPool2dBlock()));
    }
}
