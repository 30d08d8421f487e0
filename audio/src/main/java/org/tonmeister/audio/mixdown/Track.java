package org.tonmeister.audio.mixdown;

import java.io.IOException;

/** A track's PCM, which can be read as often as a rendering needs. */
public interface Track {
    /** Takes a track's blocks in order. */
    @FunctionalInterface
    interface BlockSink {
        /**
         * Takes the next block.
         *
         * @param block {@code [2][frames or more]}, full scale ±1; valid during the call, and may be overwritten
         */
        void accept(float[][] block, int frames) throws IOException;
    }

    /** Frames per second. */
    int sampleRate();

    /** Reads the whole track, in blocks of any length. */
    void read(BlockSink sink) throws IOException;
}
