package org.tonmeister.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;

/** The example track cut into pieces, each a short song of its own. */
final class Pieces {
    private Pieces() {}

    /** So many pieces as FLAC, one after the other from the beginning of the track. */
    static List<Path> cut(Path folder, int count, double seconds) throws IOException, AudioFormatException {
        var files = new ArrayList<Path>();
        try (var reader = AudioReader.open(Excerpt.exampleTrack())) {
            int rate = reader.info().sampleRate();
            int frames = (int) (seconds * rate);
            float[][] piece = new float[2][frames];
            for (int i = 0; i < count; i++) {
                files.add(write(folder.resolve("piece-" + i + ".flac"), rate, piece, reader.read(piece, frames)));
            }
        }
        return files;
    }

    private static Path write(Path file, int rate, float[][] piece, int frames)
            throws IOException, AudioFormatException {
        try (var writer = AudioWriter.create(file, OutputFormat.FLAC, rate, 16, Map.of(), Optional.empty())) {
            writer.write(piece, frames);
            writer.finish();
        }
        return file;
    }
}
