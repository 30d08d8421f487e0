package org.tonmeister.standalone.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.Cover;
import org.tonmeister.audio.codec.OutputFormat;

/** Sound files with known content. */
public final class Sounds {
    public static final int RATE = 48_000;

    private Sounds() {}

    /** A sample of both channels. */
    @FunctionalInterface
    public interface Stereo {
        /** Left and right. */
        double[] at(int frame);
    }

    /** A sine on both channels, the right one {@code rightGain} times the left one. */
    public static Stereo sine(double hertz, double amplitude, double rightGain) {
        return frame -> {
            double sample = amplitude * Math.sin(2 * Math.PI * hertz * frame / RATE);
            return new double[] {sample, rightGain * sample};
        };
    }

    /** Writes a 24-bit WAV file at {@link #RATE}. */
    public static Path wav(Path file, double seconds, Stereo sound) throws IOException {
        return write(file, OutputFormat.WAV24, seconds, sound, Map.of(), Optional.empty());
    }

    /** Writes a file at {@link #RATE}. */
    public static Path write(
            Path file,
            OutputFormat format,
            double seconds,
            Stereo sound,
            Map<String, String> tags,
            Optional<Cover> cover)
            throws IOException {
        int frames = (int) Math.round(seconds * RATE);
        float[][] samples = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            double[] both = sound.at(i);
            samples[0][i] = (float) both[0];
            samples[1][i] = (float) both[1];
        }
        try (var writer = AudioWriter.create(file, format, RATE, 24, tags, cover)) {
            writer.write(samples, frames);
            writer.finish();
        }
        return file;
    }

    /** A file's samples, {@code [2][frames]}. */
    public static float[][] samples(Path file) throws IOException {
        try (var reader = AudioReader.open(file)) {
            float[][] samples = new float[2][1 << 22];
            int frames = Math.max(0, reader.read(samples, samples[0].length));
            return new float[][] {Arrays.copyOf(samples[0], frames), Arrays.copyOf(samples[1], frames)};
        }
    }
}
