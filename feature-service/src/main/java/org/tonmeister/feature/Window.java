package org.tonmeister.feature;

import org.tonmeister.audio.analysis.WindowStatistics;
import org.tonmeister.audio.codec.PcmEncoding;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.RecordPointer;

/**
 * One window of a track as the features see it.
 *
 * @param chunk the record it came in: for the ids and the closing
 * @param pass which pass over the log this is
 * @param audio where that record lies
 * @param samples {@code [2][frames]}, full scale ±1
 * @param statistics level, loudness and dynamics
 */
public record Window(
        AudioChunk chunk, String pass, RecordPointer audio, float[][] samples, WindowStatistics statistics) {
    /** Decodes a chunk's PCM and measures it. */
    public static Window of(AudioChunk chunk, String pass, RecordPointer audio) {
        float[][] samples = new float[chunk.getChannels()][chunk.getFrames()];
        PcmEncoding.valueOf(chunk.getEncoding().name()).decode(chunk.getPcm(), samples);
        var statistics = WindowStatistics.of(samples, chunk.getFrames(), chunk.getSampleRate());
        return new Window(chunk, pass, audio, samples, statistics);
    }

    /** Frames per second. */
    public int sampleRate() {
        return chunk.getSampleRate();
    }

    /** Number of frames. */
    public int frames() {
        return chunk.getFrames();
    }

    /** Length of the window. */
    public double seconds() {
        return (double) frames() / sampleRate();
    }
}
