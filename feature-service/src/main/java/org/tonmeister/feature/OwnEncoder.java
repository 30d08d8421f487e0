package org.tonmeister.feature;

import org.tonmeister.neural.file.PartFile;
import org.tonmeister.neural.network.TrainedEncoder;

/** An encoder of our own training: it reads the spectrogram record. */
final class OwnEncoder implements WindowEncoder {
    private final SpectrogramFeature spectrograms;
    private final TrainedEncoder encoder;

    /** @throws IllegalArgumentException if the file is not that of an encoder */
    OwnEncoder(PartFile file, SpectrogramFeature spectrograms) {
        this.spectrograms = spectrograms;
        this.encoder = new TrainedEncoder(file);
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public String version() {
        return encoder.version();
    }

    @Override
    public float[] embedding(Window window) {
        return encoder.embedding(spectrograms.of(window));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
