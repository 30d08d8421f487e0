package org.tonmeister.predict.network;

import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Figures;
import org.tonmeister.neural.network.Reference;
import org.tonmeister.neural.network.TrainedEncoder;
import org.tonmeister.neural.network.TrainedHead;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** A whole network, encoder and head, on spectrograms. */
public final class NetworkModel implements Model<SpectrogramWindow> {
    private final TrainedEncoder encoder;
    private final TrainedHead head;

    /**
     * A network from its two files.
     *
     * @throws IllegalArgumentException if they are not, or not of one network
     */
    public NetworkModel(PartFile encoder, PartFile head) {
        String found = EncoderNames.of(encoder.facts().architecture(), encoder.version());
        if (!found.equals(head.facts().encoder())) {
            throw new IllegalArgumentException("the head was trained on the encoder '"
                    + head.facts().encoder() + "', but the one beside it is '" + found + "'");
        }
        this.encoder = new TrainedEncoder(encoder);
        try {
            this.head = new TrainedHead(head);
        } catch (RuntimeException e) {
            this.encoder.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public String version() {
        return encoder.version() + "+" + head.version();
    }

    @Override
    public Estimate predict(SpectrogramWindow window) {
        return predict(window, Optional.empty());
    }

    /**
     * The parameters for a window.
     *
     * @param reference what it should be like, if anything
     * @throws IllegalArgumentException if the record is not one that this model reads
     */
    public Estimate predict(SpectrogramWindow window, Optional<Reference> reference) {
        return Answers.estimate(
                window.getStatistics(), () -> head.answer(encoder.embedding(window), Figures.of(window), reference));
    }

    /**
     * What a record is like.
     *
     * @param windows of it, at least one
     */
    public Reference reference(List<SpectrogramWindow> windows) {
        return head.reference(
                windows.stream().map(encoder::embedding).toList(),
                windows.stream().map(Figures::of).toList());
    }

    @Override
    public void close() {
        head.close();
        encoder.close();
    }
}
