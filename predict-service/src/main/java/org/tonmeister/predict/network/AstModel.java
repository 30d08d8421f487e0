package org.tonmeister.predict.network;

import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.network.Architecture;
import org.tonmeister.neural.network.Reference;
import org.tonmeister.neural.network.TrainedHead;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.schemas.record.AstWindow;

/** The head on the embeddings of the Audio Spectrogram Transformer, which feature-service makes. */
public final class AstModel implements Model<AstWindow> {
    /** Its name. */
    public static final String NAME = Architecture.AST.label();

    private final TrainedHead head;

    /**
     * A head from its file.
     *
     * @throws IllegalArgumentException if it is not that of a head
     */
    public AstModel(PartFile head) {
        this.head = new TrainedHead(head);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Version of encoder and head; the encoder of another version is refused. */
    @Override
    public String version() {
        return head.encoder().substring(head.encoder().lastIndexOf('+') + 1) + "+" + head.version();
    }

    @Override
    public Estimate predict(AstWindow window) {
        return predict(window, Optional.empty());
    }

    /**
     * The parameters for a window.
     *
     * @param reference what it should be like, if anything
     * @throws IllegalArgumentException if the embedding is that of another encoder, or the record is an old one without
     *     balance
     */
    public Estimate predict(AstWindow window, Optional<Reference> reference) {
        requireItsEncoder(window);
        return Answers.estimate(
                window.getStatistics(), () -> head.answer(array(window.getEmbedding()), Figures.of(window), reference));
    }

    /**
     * What a record is like.
     *
     * @param windows of it, at least one
     * @throws IllegalArgumentException as in {@link #predict(AstWindow, Optional)}
     */
    public Reference reference(List<AstWindow> windows) {
        windows.forEach(this::requireItsEncoder);
        return head.reference(
                windows.stream().map(window -> array(window.getEmbedding())).toList(),
                windows.stream().map(Figures::of).toList());
    }

    @Override
    public void close() {
        head.close();
    }

    private void requireItsEncoder(AstWindow window) {
        String found = EncoderNames.of(window.getEncoderName(), window.getEncoderVersion());
        if (!found.equals(head.encoder())) {
            throw new IllegalArgumentException("its embedding is by the encoder '" + found
                    + "', and the model was trained on '" + head.encoder()
                    + "': give feature-service that encoder, or this model a head trained on the other one, or leave "
                    + NAME + " out of TONMEISTER_MODELS");
        }
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
