package org.tonmeister.standalone.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.SourceInfo;
import org.tonmeister.audio.mixdown.Track;

/** A file, decoded anew at each reading, that tells how far each reading is. One thread at a time. */
public final class SourceFile implements Track {
    private static final int BLOCK_FRAMES = 16_384;

    /** Hears how far a reading is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Some more has been read.
         *
         * @param pass which reading, from 1 on
         * @param fraction 0 to 1; 0 throughout if the file does not say how long it is
         */
        void at(int pass, double fraction);
    }

    private final Path path;
    private final SourceInfo info;
    private final Listener listener;
    private List<String> notes = List.of();
    private int pass;
    private long frames;

    private SourceFile(Path path, SourceInfo info, Listener listener) {
        this.path = path;
        this.info = info;
        this.listener = listener;
    }

    /**
     * Looks at the file's beginning. What is wrong further on shows when it is read, as the same exception.
     *
     * @throws org.tonmeister.audio.codec.AudioFormatException if the file cannot be used; the message is the reason
     * @throws IOException if it cannot be read at all
     */
    public static SourceFile open(Path path, Listener listener) throws IOException {
        try (var reader = AudioReader.open(path)) {
            return new SourceFile(path, reader.info(), listener);
        }
    }

    /** As the user wrote it. */
    public Path path() {
        return path;
    }

    /** What the file is. */
    public SourceInfo info() {
        return info;
    }

    /** What the user should know about the file; complete after the first reading. */
    public List<String> notes() {
        return notes;
    }

    /** The track's length; known after the first reading. */
    public long frames() {
        return frames;
    }

    @Override
    public int sampleRate() {
        return info.sampleRate();
    }

    @Override
    public void read(BlockSink sink) throws IOException {
        pass++;
        long read = 0;
        // At the second reading the length is known, whatever the file says.
        long expected = frames > 0 ? frames : info.declaredFrames().orElse(Long.MAX_VALUE);
        try (var reader = AudioReader.open(path)) {
            float[][] block = new float[2][BLOCK_FRAMES];
            for (int count = reader.read(block, BLOCK_FRAMES); count >= 0; count = reader.read(block, BLOCK_FRAMES)) {
                sink.accept(block, count);
                read += count;
                listener.at(pass, Math.min(1, (double) read / expected));
            }
            notes = reader.notes();
        }
        frames = read;
    }
}
