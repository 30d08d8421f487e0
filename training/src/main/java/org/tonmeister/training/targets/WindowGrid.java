package org.tonmeister.training.targets;

import org.tonmeister.audio.codec.WindowCutter;

/**
 * Where the windows of a track lie: those that {@link WindowCutter} cuts.
 *
 * @param trackFrames the track's length
 * @param sampleRate frames per second
 */
public record WindowGrid(int trackFrames, int sampleRate) {
    /** How many windows there are. */
    public int count() {
        int shortest = WindowCutter.SHORTEST_SECONDS * sampleRate;
        return trackFrames == 0 ? 0 : 1 + Math.max(0, trackFrames - shortest) / windowFrames();
    }

    /** The first frame of a window. */
    public int start(int window) {
        return window * windowFrames();
    }

    /** The length of a window. */
    public int frames(int window) {
        return window == count() - 1 ? trackFrames - start(window) : windowFrames();
    }

    /** The indices of at most {@code most} windows, in rising order, evenly spaced over the track. */
    public int[] evenly(int most) {
        int windows = count();
        int picked = Math.min(most, windows);
        int[] indices = new int[picked];
        for (int i = 0; i < picked; i++) {
            // The middles of equal parts.
            indices[i] = (int) ((2L * i + 1) * windows / (2L * picked));
        }
        return indices;
    }

    private int windowFrames() {
        return WindowCutter.WINDOW_SECONDS * sampleRate;
    }
}
