package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.mixdown.Track;

/**
 * Finds jumps that a mix has and its source has not: cells which stick out much more than any cell of the source at that
 * time, or as long before it as an echo may come later.
 */
final class ClickSearch {
    /** Two repeats of the delay, and the reverb's beginning. */
    private static final double ECHO_SECONDS = 0.8;

    private static final double JITTER_SECONDS = 0.03;

    /** What sticks out by less is no click, whatever the source did. */
    private static final float LEAST = 6;

    /** How many times more than the source: equalisers sharpen an attack, the compressor lifts it out. */
    private static final float MORE = 4;

    private final float[] source;

    private ClickSearch(float[] source) {
        this.source = source;
    }

    static ClickSearch against(Track source) throws IOException {
        return new ClickSearch(Sharpness.of(source));
    }

    /** The times of all clicks, in seconds. */
    List<Double> clicks(Track mix) throws IOException {
        float[] mixed = Sharpness.of(mix);
        var clicks = new ArrayList<Double>();
        for (int cell = 0; cell < mixed.length; cell++) {
            if (mixed[cell] > MORE * Math.max(LEAST, sourceAround(cell))) {
                clicks.add(cell * Sharpness.CELL_SECONDS);
            }
        }
        return clicks;
    }

    private float sourceAround(int cell) {
        int from = Math.max(0, cell - (int) (ECHO_SECONDS / Sharpness.CELL_SECONDS));
        int to = Math.min(source.length, cell + (int) (JITTER_SECONDS / Sharpness.CELL_SECONDS) + 1);
        float largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, source[i]);
        }
        return largest;
    }
}
