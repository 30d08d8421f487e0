package org.tonmeister.feature;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.neural.input.Balance;
import org.tonmeister.neural.input.Decay;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AstWindow;

/** The embedding of the Audio Spectrogram Transformer, and beside it what a network reads of every window. */
final class AstFeature implements WindowFeature<AstWindow> {
    private final WindowEncoder encoder;
    private final SpectrogramFeature spectrograms;

    /**
     * A feature.
     *
     * @param encoder is closed with it
     * @param spectrograms of balance and decay
     */
    AstFeature(WindowEncoder encoder, SpectrogramFeature spectrograms) {
        this.encoder = encoder;
        this.spectrograms = spectrograms;
    }

    @Override
    public Topic topic() {
        return Topic.AST_FEATURES;
    }

    @Override
    public AstWindow of(Window window) {
        var chunk = window.chunk();
        var spectrogram = spectrograms.of(window);
        return AstWindow.newBuilder()
                .setTrackId(chunk.getTrackId())
                .setUploadId(chunk.getUploadId())
                .setPass(window.pass())
                .setWindow(chunk.getWindow())
                .setAudio(window.audio())
                .setEncoderName(encoder.name())
                .setEncoderVersion(encoder.version())
                .setEmbedding(list(encoder.embedding(window)))
                .setStatistics(StatisticsRecords.of(window.statistics()))
                .setBalance(list(Balance.of(spectrogram)))
                .setDecay(list(Decay.of(spectrogram)))
                .setClosing(chunk.getClosing())
                .build();
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
