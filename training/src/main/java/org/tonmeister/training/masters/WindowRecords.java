package org.tonmeister.training.masters;

import java.nio.ByteBuffer;
import org.tonmeister.audio.codec.PcmEncoding;
import org.tonmeister.feature.SpectrogramFeature;
import org.tonmeister.feature.Window;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Makes spectrogram records from samples as ingest and feature-service make them, but without a log: {@code audio}
 * points nowhere, {@code pass} is empty. Not for use by several threads.
 */
public final class WindowRecords {
    private static final RecordPointer NOWHERE = new RecordPointer(0, 0L);

    private final SpectrogramFeature feature = new SpectrogramFeature();

    /**
     * The record of one window.
     *
     * @param trackId goes into the record
     * @param uploadId goes into the record
     * @param window index of the window in its track
     * @param samples {@code [2][offset + frames or more]}, full scale ±1
     * @param offset where the window begins in them
     * @param frames its length
     * @param sampleRate frames per second
     */
    public SpectrogramWindow of(
            String trackId, String uploadId, int window, float[][] samples, int offset, int frames, int sampleRate) {
        byte[] pcm = PcmEncoding.F32.encode(samples, offset, frames);
        var chunk = AudioChunk.newBuilder()
                .setTrackId(trackId)
                .setUploadId(uploadId)
                .setPass("")
                .setWindow(window)
                .setFirstFrame(0)
                .setFrames(frames)
                .setSampleRate(sampleRate)
                .setChannels(samples.length)
                .setEncoding(org.tonmeister.schemas.record.PcmEncoding.F32)
                .setPcm(ByteBuffer.wrap(pcm))
                .build();
        return feature.of(Window.of(chunk, "", NOWHERE));
    }
}
