package org.tonmeister.feature;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.tonmeister.pipeline.settings.EnvironmentReader;
import org.tonmeister.pipeline.settings.InvalidSettingException;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.PcmEncoding;
import org.tonmeister.schemas.record.RecordPointer;

/** The features that the service emits: spectrograms, and embeddings where there is an encoder. */
final class InstalledFeatures {
    private static final int RATE = 44_100;
    private static final int SECONDS = 5;

    private final Optional<EncoderSource> encoder;

    private InstalledFeatures(Optional<EncoderSource> encoder) {
        this.encoder = encoder;
    }

    /**
     * Those of this release, with the encoder of the settings if one is named there.
     *
     * @throws InvalidSettingException if it cannot be read
     */
    static InstalledFeatures from(EnvironmentReader environment) {
        return new InstalledFeatures(EncoderSource.from(environment));
    }

    /**
     * The features for one thread, warm: the encoder has worked once, so that the first track does not wait for it.
     *
     * @throws InvalidSettingException if the encoder of the settings is none
     */
    List<WindowFeature<?>> make() {
        var spectrograms = new SpectrogramFeature();
        if (encoder.isEmpty()) {
            return List.of(spectrograms);
        }
        var embeddings = new AstFeature(encoder.get().open(spectrograms, silence()), spectrograms);
        return List.of(spectrograms, embeddings);
    }

    private static Window silence() {
        var chunk = AudioChunk.newBuilder()
                .setTrackId("")
                .setUploadId("")
                .setPass("")
                .setWindow(0)
                .setFirstFrame(0)
                .setFrames(SECONDS * RATE)
                .setSampleRate(RATE)
                .setChannels(2)
                .setEncoding(PcmEncoding.S16)
                .setPcm(ByteBuffer.allocate(SECONDS * RATE * 2 * Short.BYTES))
                .build();
        return Window.of(chunk, "", new RecordPointer(0, 0L));
    }
}
