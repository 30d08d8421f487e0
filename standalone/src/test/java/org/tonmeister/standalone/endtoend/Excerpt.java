package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

/** The example track, cut and encoded as tests need it. */
final class Excerpt {
    static final int RATE = 44_100;

    private static final int SECONDS = 13;

    static final long FRAMES = (long) SECONDS * RATE;

    private Excerpt() {}

    /** The example track, whole. */
    static Path exampleTrack() {
        // Tests run in the module's folder.
        return Path.of("..", "examples", "main-theme.flac");
    }

    /** The first seconds of the example track in another format. */
    static Path writeAs(OutputFormat format, Path file) throws IOException, AudioFormatException {
        try (var reader = AudioReader.open(exampleTrack())) {
            int rate = reader.info().sampleRate();
            try (var writer = AudioWriter.create(
                    file, format, rate, 16, Map.of("title", "Excerpt", "artist", "Nobody"), Optional.empty())) {
                float[][] second = new float[2][rate];
                for (int i = 0; i < SECONDS; i++) {
                    writer.write(second, reader.read(second, rate));
                }
                writer.finish();
            }
        }
        return file;
    }

    /** The first part of a file, as a transfer that broke off leaves it. */
    static Path truncate(Path whole, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 5));
    }

    /** A WAV file whose header promises more sound than there is. */
    static Path lyingWav(Path whole, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        int kept = bytes.length / 3;
        return Files.write(file, Arrays.copyOf(bytes, kept));
    }

    /** A copy of a float WAV in which one sample in the middle is not a number. */
    static Path withoutANumber(Path floatWav, Path target) throws IOException {
        byte[] bytes = Files.readAllBytes(floatWav);
        // All bits set are NaN, wherever the samples begin; seven bytes hold a whole one.
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 7, (byte) 0xFF);
        return Files.write(target, bytes);
    }
}
