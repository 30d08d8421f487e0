package org.tonmeister.audio.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file read to its end. */
@SuppressWarnings("ArrayRecordComponent")
record Decoded(SourceInfo info, float[][] samples, List<String> notes) {
    static Decoded of(Path file) throws AudioFormatException, IOException {
        return of(file, 4_096);
    }

    static Decoded of(Path file, int blockFrames) throws AudioFormatException, IOException {
        try (AudioReader reader = AudioReader.open(file)) {
            float[][] block = new float[2][blockFrames];
            float[][] all = new float[2][1 << 16];
            int total = 0;
            for (int frames = reader.read(block, blockFrames); frames >= 0; frames = reader.read(block, blockFrames)) {
                for (int c = 0; c < 2; c++) {
                    if (all[c].length < total + frames) {
                        all[c] = Arrays.copyOf(all[c], 2 * (total + frames));
                    }
                    System.arraycopy(block[c], 0, all[c], total, frames);
                }
                total += frames;
            }
            float[][] samples = {Arrays.copyOf(all[0], total), Arrays.copyOf(all[1], total)};
            return new Decoded(reader.info(), samples, reader.notes());
        }
    }

    int frames() {
        return samples[0].length;
    }
}
