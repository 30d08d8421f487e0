package org.tonmeister.feature;

import java.util.function.Function;
import org.tonmeister.audio.analysis.WindowStatistics;
import org.tonmeister.audio.codec.PcmEncoding;
import org.tonmeister.schemas.record.AudioChunk;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.SpectrogramWindow;

/** One window of a track as the features see it. Not for use by several threads. */
public final class Window {
    private final AudioChunk chunk;
    private final String pass;
    private final RecordPointer audio;
    private final float[][] samples;
    private final WindowStatistics statistics;
    private SpectrogramWindow spectrogram;

    private Window(AudioChunk chunk, String pass, RecordPointer audio, float[][] samples, WindowStatistics statistics) {
        this.chunk = chunk;
        this.pass = pass;
        this.audio = audio;
        this.samples = samples;
        this.statistics = statistics;
    }

    /**
     * Decodes a chunk's PCM and measures it.
     *
     * @param chunk the record it came in: for the ids and the closing
     * @param pass which pass over the log this is
     * @param audio where that record lies
     */
    public static Window of(AudioChunk chunk, String pass, RecordPointer audio) {
        float[][] samples = new float[chunk.getChannels()][chunk.getFrames()];
        PcmEncoding.valueOf(chunk.getEncoding().name()).decode(chunk.getPcm(), samples);
        var statistics = WindowStatistics.of(samples, chunk.getFrames(), chunk.getSampleRate());
        return new Window(chunk, pass, audio, samples, statistics);
    }

    /** The record it came in. */
    public AudioChunk chunk() {
        return chunk;
    }

    /** Which pass over the log this is. */
    public String pass() {
        return pass;
    }

    /** Where the record lies. */
    public RecordPointer audio() {
        return audio;
    }

    /** {@code [2][frames]}, full scale ±1. */
    public float[][] samples() {
        return samples;
    }

    /** Level, loudness and dynamics. */
    public WindowStatistics statistics() {
        return statistics;
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

    /** The spectrogram record, made by the first of the features that need it. */
    SpectrogramWindow spectrogram(Function<Window, SpectrogramWindow> maker) {
        if (spectrogram == null) {
            spectrogram = maker.apply(this);
        }
        return spectrogram;
    }
}
