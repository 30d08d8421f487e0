package org.tonmeister.training.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.training.compare.result.Figures;
import org.tonmeister.training.compare.result.Song;

/**
 * A user's file, measured.
 *
 * @param info what it is
 * @param notes what the decoder had to say
 * @param analysis of the whole
 * @param centroidHz of its excerpts
 */
record SongFile(SourceInfo info, List<String> notes, TrackAnalysis analysis, double centroidHz) {
    private static final int BLOCK_FRAMES = 16_384;

    /** @throws org.tonmeister.audio.codec.AudioFormatException if it cannot be used; the message is the reason */
    static SongFile measure(Path file) throws IOException {
        try (var reader = AudioReader.open(file)) {
            var meter = new TrackMeter(reader.info().sampleRate());
            float[][] block = new float[2][BLOCK_FRAMES];
            for (int frames = reader.read(block, BLOCK_FRAMES);
                    frames >= 0;
                    frames = reader.read(block, BLOCK_FRAMES)) {
                meter.add(block, frames);
            }
            TrackAnalysis analysis = meter.finish();
            var places = Excerpts.of(analysis.frames(), reader.info().sampleRate());
            double centroidHz = Sound.of(FileTrack.open(file), analysis, places).centroidHz();
            return new SongFile(reader.info(), reader.notes(), analysis, centroidHz);
        }
    }

    /** Its facts. */
    Song song(String name, int windows) {
        return new Song(
                name,
                info.container(),
                info.codec(),
                info.sampleRate(),
                info.channels(),
                info.lossy() ? 0 : info.bitsPerSample(),
                Figures.rounded(analysis.seconds(), 2),
                windows,
                info.tags(),
                notes);
    }
}
