package org.tonmeister.neural.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.input.Scale;

/** A head with its weights: from a window's embedding and figures to an answer. For one thread. */
public final class TrainedHead implements AutoCloseable {
    private final NDManager manager = Torch.manager();
    private final ParameterStore store = new ParameterStore(manager, false);
    private final PartFile.Facts facts;
    private final String version;
    private final Scale scale;
    private final Block block;

    /**
     * A head from its file.
     *
     * @throws IllegalArgumentException if the file is not that of a head
     */
    public TrainedHead(PartFile file) {
        facts = file.facts();
        version = file.version();
        scale = facts.scale();
        block = Architecture.head(facts.dimensions());
        Weights.load(block, manager, file.weights());
    }

    /** Name and version of the encoder whose embeddings it reads. */
    public String encoder() {
        return facts.encoder();
    }

    /** Version of its weights. */
    public String version() {
        return version;
    }

    /**
     * What is to be done with a window.
     *
     * @param embedding {@code [dimensions]}
     * @param figures {@code [Figures.SIZE]}
     * @param reference what it should be like, if anything
     */
    public Answer answer(float[] embedding, float[] figures, Optional<Reference> reference) {
        float[] window = joined(embedding, figures);
        float[] difference = new float[window.length];
        reference.ifPresent(wanted -> {
            for (int i = 0; i < difference.length; i++) {
                difference[i] = wanted.mean()[i] - window[i];
            }
        });
        try (var scope = manager.newSubManager()) {
            var row = new Shape(1, window.length);
            var known = scope.create(new float[] {reference.isPresent() ? 1 : 0}, new Shape(1, 1));
            var inputs = new NDList(scope.create(window, row), scope.create(difference, row), known);
            return Answer.of(block.forward(new ScopedStore(store, scope), inputs, false)
                    .singletonOrThrow()
                    .toFloatArray());
        }
    }

    /**
     * A reference from the windows of a record, at least one.
     *
     * @param embeddings {@code [dimensions]} each
     * @param figures {@code [Figures.SIZE]} each, in the same order
     */
    public Reference reference(List<float[]> embeddings, List<float[]> figures) {
        float[] mean = new float[facts.dimensions() + Figures.SIZE];
        for (int window = 0; window < embeddings.size(); window++) {
            float[] row = joined(embeddings.get(window), figures.get(window));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / embeddings.size();
            }
        }
        return new Reference(mean);
    }

    private float[] joined(float[] embedding, float[] figures) {
        if (embedding.length != facts.dimensions() || figures.length != Figures.SIZE) {
            throw new IllegalArgumentException("The network reads an embedding of " + facts.dimensions()
                    + " numbers and " + Figures.SIZE + " figures, not " + embedding.length + " and " + figures.length);
        }
        float[] scaled = figures.clone();
        scale.apply(scaled);
        float[] row = new float[embedding.length + scaled.length];
        System.arraycopy(embedding, 0, row, 0, embedding.length);
        System.arraycopy(scaled, 0, row, embedding.length, scaled.length);
        return row;
    }

    @Override
    public void close() {
        manager.close();
    }
}
