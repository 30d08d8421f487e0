package org.tonmeister.predict.model;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.schemas.AvroSerde;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;
import org.tonmeister.schemas.record.TrackClosing;

/**
 * A topic that models read windows from.
 *
 * @param <W> record of a window
 * @param topic the topic
 * @param serde reads its records
 * @param origin says where a window comes from
 */
public record WindowSource<W extends SpecificRecordBase>(Topic topic, AvroSerde<W> serde, Function<W, Origin> origin) {
    /** Log-mel spectra and figures. */
    public static final WindowSource<SpectrogramWindow> SPECTROGRAMS = new WindowSource<>(
            Topic.SPECTROGRAMS,
            AvroSerde.of(SpectrogramWindow.class),
            window -> new Origin(
                    window.getTrackId(),
                    window.getUploadId(),
                    window.getPass(),
                    window.getWindow(),
                    window.getAudio(),
                    window.getClosing()));

    /** Embeddings of the Audio Spectrogram Transformer, and figures. */
    public static final WindowSource<AstWindow> AST_FEATURES = new WindowSource<>(
            Topic.AST_FEATURES,
            AvroSerde.of(AstWindow.class),
            window -> new Origin(
                    window.getTrackId(),
                    window.getUploadId(),
                    window.getPass(),
                    window.getWindow(),
                    window.getAudio(),
                    window.getClosing()));

    /**
     * Where a window comes from: what a prediction takes over from it.
     *
     * @param trackId track
     * @param uploadId upload
     * @param pass pass over the log
     * @param window index from 0
     * @param audio its AudioChunk
     * @param closing on the last window only, else null
     */
    public record Origin(
            String trackId, String uploadId, String pass, int window, RecordPointer audio, TrackClosing closing) {}
}
