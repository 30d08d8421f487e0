package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.SourceInfo;

/** An audio file, decoded anew at each reading. */
public final class FileTrack implements Track {
    private static final int BLOCK_FRAMES = 16_384;

    private final Path file;
    private final SourceInfo info;

    private FileTrack(Path file, SourceInfo info) {
        this.file = file;
        this.info = info;
    }

    /**
     * Looks at the file's beginning. What is wrong further on shows when it is read, as the same exception.
     *
     * @throws AudioFormatException if the file cannot be used; the message is the reason
     * @throws IOException if it cannot be read at all
     */
    public static FileTrack open(Path file) throws IOException {
        try (var reader = AudioReader.open(file)) {
            return new FileTrack(file, reader.info());
        }
    }

    /** What the file is. */
    public SourceInfo info() {
        return info;
    }

    @Override
    public int sampleRate() {
        return info.sampleRate();
    }

    @Override
    public void read(BlockSink sink) throws IOException {
        try (var reader = AudioReader.open(file)) {
            float[][] block = new float[2][BLOCK_FRAMES];
            for (int frames = reader.read(block, BLOCK_FRAMES);
                    frames >= 0;
                    frames = reader.read(block, BLOCK_FRAMES)) {
                sink.accept(block, frames);
            }
        }
    }
}
