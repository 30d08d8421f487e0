package org.tonmeister.audio.codec;

import java.io.IOException;

/**
 * Cuts a track into windows of {@value #WINDOW_SECONDS} s. A last piece shorter than {@value #SHORTEST_SECONDS} s joins
 * the window before it, because spectra and loudness of so little say nothing. Holds one window at a time.
 */
public final class WindowCutter {
    /** Length of a window. */
    public static final int WINDOW_SECONDS = 5;
    /** Shortest piece that stands alone at the end. */
    public static final int SHORTEST_SECONDS = 1;

    private final Source source;
    private final int windowFrames;
    /** One window and the shortest piece that may stand alone after it, {@code [2][frames]}. */
    private final float[][] buffer;

    private final float[][] block = new float[2][8192];
    private int buffered;
    private int emitted;
    private boolean sourceEnded;

    /** Where the frames come from; {@code AudioReader::read}. */
    @FunctionalInterface
    public interface Source {
        /** Reads at most {@code maxFrames} frames into {@code block}; −1 at the end. */
        int read(float[][] block, int maxFrames) throws AudioFormatException, IOException;
    }

    /**
     * @param source gives the track's frames in order
     * @param sampleRate frames per second
     */
    public WindowCutter(Source source, int sampleRate) {
        this.source = source;
        this.windowFrames = WINDOW_SECONDS * sampleRate;
        this.buffer = new float[2][windowFrames + SHORTEST_SECONDS * sampleRate];
    }

    /**
     * Moves on to the next window.
     *
     * @return whether there is one
     */
    public boolean next() throws AudioFormatException, IOException {
        dropEmitted();
        fill();
        emitted = sourceEnded && buffered < buffer[0].length ? buffered : windowFrames;
        return buffered > 0;
    }

    /** The window's samples, from index 0; valid until the next call of {@link #next}. */
    public float[][] samples() {
        return buffer;
    }

    /** The window's length. */
    public int frames() {
        return emitted;
    }

    /** Whether the track ends with this window. */
    public boolean last() {
        return emitted == buffered;
    }

    private void dropEmitted() {
        buffered -= emitted;
        for (float[] channel : buffer) {
            System.arraycopy(channel, emitted, channel, 0, buffered);
        }
    }

    private void fill() throws AudioFormatException, IOException {
        while (!sourceEnded && buffered < buffer[0].length) {
            int frames = source.read(block, Math.min(block[0].length, buffer[0].length - buffered));
            if (frames < 0) {
                sourceEnded = true;
            } else {
                for (int channel = 0; channel < 2; channel++) {
                    System.arraycopy(block[channel], 0, buffer[channel], buffered, frames);
                }
                buffered += frames;
            }
        }
    }
}
