package org.tonmeister.training.masters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.WindowCutter;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * The spectrogram records of an audio file, made as ingest and feature-service make them, but of the track at another
 * loudness. The file is decoded twice: once to measure it, once to scale it and cut it. So nothing of its length is held
 * in memory, and the records are exactly those of the scaled audio. Not for use by several threads.
 */
public final class TrackWindows {
    private static final int BLOCK_FRAMES = 8192;

    private final WindowRecords records = new WindowRecords();

    /**
     * The integrated loudness of a file.
     *
     * @throws AudioFormatException if the file cannot be decoded; the message is the reason
     */
    public Loudness loudness(Path file) throws AudioFormatException, IOException {
        try (var reader = AudioReader.open(file)) {
            var meter = new LoudnessMeter(reader.info().sampleRate());
            float[][] block = new float[2][BLOCK_FRAMES];
            for (int frames = reader.read(block, BLOCK_FRAMES); frames > 0; frames = reader.read(block, BLOCK_FRAMES)) {
                meter.add(block, frames);
            }
            return meter.result();
        }
    }

    /**
     * Hands the file's windows to the consumer, one after another.
     *
     * @param gainDb by which the audio is louder in the records than in the file
     * @throws AudioFormatException if the file cannot be decoded; the message is the reason
     */
    public void read(Path file, double gainDb, Consumer<SpectrogramWindow> consumer)
            throws AudioFormatException, IOException {
        float factor = (float) StrictMath.pow(10, gainDb / 20);
        try (var reader = AudioReader.open(file)) {
            int sampleRate = reader.info().sampleRate();
            WindowCutter.Source scaled = (block, maxFrames) -> scale(block, reader.read(block, maxFrames), factor);
            var cutter = new WindowCutter(scaled, sampleRate);
            for (int window = 0; cutter.next(); window++) {
                consumer.accept(records.of("", "", window, cutter.samples(), 0, cutter.frames(), sampleRate));
            }
        }
    }

    private static int scale(float[][] block, int frames, float factor) {
        for (float[] channel : block) {
            for (int i = 0; i < frames; i++) {
                channel[i] *= factor;
            }
        }
        return frames;
    }
}
