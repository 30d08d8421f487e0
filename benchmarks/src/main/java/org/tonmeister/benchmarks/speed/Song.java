package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.training.corpus.CorpusCache;
import org.tonmeister.training.corpus.CorpusManifest;
import org.tonmeister.training.corpus.CorpusTrack;
import org.tonmeister.training.corpus.Split;

/**
 * What is mixed, decoded to a WAV file of 16 bits.
 *
 * @param label for people
 */
record Song(String label, Path wav, int sampleRate, double seconds) {
    /** A track of the test split; of 249 s, as long as the song of our earliest measurements. */
    private static final String DEFAULT_TRACK = "ufoai-music/pk3/music/Crystan-Battlescape03.ogg";

    private static final int BLOCK_FRAMES = 16_384;

    static Song ofFile(Path file, Path wav) throws IOException {
        return decoded(file, file.getFileName().toString(), wav);
    }

    static Song ofCorpus(CorpusCache cache, Path wav) throws IOException {
        CorpusTrack track = CorpusManifest.bundled().tracks(EnumSet.of(Split.TEST)).stream()
                .filter(candidate -> candidate.label().equals(DEFAULT_TRACK))
                .findFirst()
                .orElseThrow();
        if (cache.state(track) != CorpusCache.State.WHOLE) {
            throw new IOException("the corpus track " + track.label() + " is not in " + cache.root()
                    + ": fetch it with './tonmeister train corpus fetch --split test', or name a --song");
        }
        return decoded(cache.file(track), track.label(), wav);
    }

    private static Song decoded(Path file, String label, Path wav) throws IOException {
        try (var reader = AudioReader.open(file)) {
            int rate = reader.info().sampleRate();
            long length = 0;
            try (var writer = AudioWriter.create(wav, OutputFormat.WAV16, rate, Job.BITS, Map.of(), Optional.empty())) {
                float[][] block = new float[2][BLOCK_FRAMES];
                for (int frames = reader.read(block, BLOCK_FRAMES);
                        frames >= 0;
                        frames = reader.read(block, BLOCK_FRAMES)) {
                    writer.write(block, frames);
                    length += frames;
                }
                writer.finish();
            }
            return new Song(label, wav, rate, (double) length / rate);
        }
    }
}
