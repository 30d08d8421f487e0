package org.tonmeister.training.sends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.WindowCutter;

/**
 * A dry track in memory.
 *
 * @param samples {@code [2][frames]} at {@value #SAMPLE_RATE} Hz
 * @param lufs integrated loudness
 */
record DryMusic(float[][] samples, double lufs) {
    /** Of all dry sources: rooms are made for it. */
    static final int SAMPLE_RATE = 44_100;
    /** Of a window. */
    static final int WINDOW_FRAMES = WindowCutter.WINDOW_SECONDS * SAMPLE_RATE;

    private static final int BLOCK_FRAMES = 8192;

    /**
     * Decodes the beginning of a file.
     *
     * @param mostSeconds what comes later is left out
     * @throws AudioFormatException if it cannot be decoded, is too short, silent, or at another rate
     */
    static DryMusic read(Path file, int mostSeconds) throws AudioFormatException, IOException {
        float[][] samples = new float[2][mostSeconds * SAMPLE_RATE];
        int frames = 0;
        try (var reader = AudioReader.open(file)) {
            if (reader.info().sampleRate() != SAMPLE_RATE) {
                throw new AudioFormatException("the file has a sample rate of "
                        + reader.info().sampleRate() + " Hz; dry music is taken at " + SAMPLE_RATE + " Hz only");
            }
            float[][] block = new float[2][BLOCK_FRAMES];
            int count = reader.read(block, BLOCK_FRAMES);
            while (count > 0 && frames < samples[0].length) {
                int taken = Math.min(count, samples[0].length - frames);
                System.arraycopy(block[0], 0, samples[0], frames, taken);
                System.arraycopy(block[1], 0, samples[1], frames, taken);
                frames += taken;
                count = reader.read(block, BLOCK_FRAMES);
            }
        }
        return of(new float[][] {Arrays.copyOf(samples[0], frames), Arrays.copyOf(samples[1], frames)});
    }

    /** Measures samples, which are kept and not copied. */
    static DryMusic of(float[][] samples) throws AudioFormatException {
        if (samples[0].length < WINDOW_FRAMES) {
            throw new AudioFormatException(
                    "the track is shorter than a window of " + WindowCutter.WINDOW_SECONDS + " s");
        }
        var meter = new LoudnessMeter(SAMPLE_RATE);
        meter.add(samples, samples[0].length);
        double lufs = meter.result().integratedLufs();
        if (lufs <= Loudness.SILENCE_LUFS) {
            throw new AudioFormatException("the track is silent");
        }
        return new DryMusic(samples, lufs);
    }

    /** Length. */
    int frames() {
        return samples[0].length;
    }
}
