package org.tonmeister.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.input.Balance;
import org.tonmeister.neural.input.Decay;
import org.tonmeister.neural.network.Reference;
import org.tonmeister.neural.network.TrainedEncoder;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.network.AstModel;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** The transformer of feature-service and its regressor of predict-service, with the records between them. */
final class AstPredictor implements TrackPredictor {
    private final TrainedEncoder encoder;
    private final AstModel model;
    private final long weightBytes;

    AstPredictor(PartFile encoder, PartFile head) {
        this.encoder = new TrainedEncoder(encoder);
        this.model = new AstModel(head);
        weightBytes = encoder.weights().length + head.weights().length;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public boolean readsReference() {
        return true;
    }

    @Override
    public long weightBytes() {
        return weightBytes;
    }

    @Override
    public List<Estimate> estimate(List<SpectrogramWindow> windows, List<SpectrogramWindow> reference) {
        Optional<Reference> wanted = reference.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        model.reference(reference.stream().map(this::embedded).toList()));
        var estimates = new ArrayList<Estimate>();
        windows.forEach(window -> estimates.add(model.predict(embedded(window), wanted)));
        return estimates;
    }

    @Override
    public void close() {
        model.close();
        encoder.close();
    }

    private AstWindow embedded(SpectrogramWindow window) {
        return AstWindow.newBuilder()
                .setTrackId(window.getTrackId())
                .setUploadId(window.getUploadId())
                .setPass(window.getPass())
                .setWindow(window.getWindow())
                .setAudio(window.getAudio())
                .setEncoderName(encoder.name())
                .setEncoderVersion(encoder.version())
                .setEmbedding(list(encoder.embedding(window)))
                .setStatistics(window.getStatistics())
                .setBalance(list(Balance.of(window)))
                .setDecay(list(Decay.of(window)))
                .setClosing(window.getClosing())
                .build();
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
