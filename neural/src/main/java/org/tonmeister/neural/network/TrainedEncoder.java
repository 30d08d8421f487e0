package org.tonmeister.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Picture;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** An encoder with its weights: from a window's spectrogram to an embedding. For one thread. */
public final class TrainedEncoder implements AutoCloseable {
    private final NDManager manager = Torch.manager();
    private final ParameterStore store = new ParameterStore(manager, false);
    private final Architecture architecture;
    private final String version;
    private final Scale scale;
    private final Block block;

    /**
     * An encoder from its file.
     *
     * @throws IllegalArgumentException if the file is not that of an encoder
     */
    public TrainedEncoder(PartFile file) {
        architecture = Architecture.of(file.facts().architecture())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no encoder '" + file.facts().architecture() + "'"));
        version = file.version();
        scale = file.facts().scale();
        block = architecture.encoder();
        Weights.load(block, manager, file.weights());
    }

    /** Name of the encoder. */
    public String name() {
        return architecture.label();
    }

    /** Version of its weights. */
    public String version() {
        return version;
    }

    /**
     * The embedding of a window, {@code [dimensions]}.
     *
     * @throws IllegalArgumentException if the record's layout is not the one that feature-service writes
     */
    public float[] embedding(SpectrogramWindow window) {
        Picture layout = architecture.picture();
        float[] picture = layout.of(window);
        scale.apply(picture);
        try (var scope = manager.newSubManager()) {
            var input = scope.create(picture, new Shape(1, Picture.channels(), layout.bins(), layout.frames()));
            return block.forward(new ScopedStore(store, scope), new NDList(input), false)
                    .singletonOrThrow()
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
