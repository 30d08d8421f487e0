package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.mixdown.Track;

/**
 * Finds jumps that a mix has and its source has not: cells which surprise much more ({@link Surprise}) than any cell of
 * the source at that time, or as long before it as an echo may come later. The first and the last 50 ms are left out: a
 * source that is cut in mid-wave, to be played in a loop say, gives mixes that are.
 */
final class ClickSearch {
    /** Two repeats of the delay, and the reverb's beginning. */
    private static final double ECHO_SECONDS = 0.8;

    private static final double EDGE_SECONDS = 0.05;
    private static final double JITTER_SECONDS = 0.03;

    /** What surprises less is no click, whatever the source did. */
    private static final double LEAST = 5;

    /** How many times more than the source, at the least: equalisers sharpen an attack. */
    private static final double MORE = 3;

    private final float[] source;
    private final double sourceCellSeconds;

    private ClickSearch(float[] source, double sourceCellSeconds) {
        this.source = source;
        this.sourceCellSeconds = sourceCellSeconds;
    }

    static ClickSearch against(Track source) throws IOException {
        return new ClickSearch(Surprise.of(source), Surprise.cellSeconds(source.sampleRate()));
    }

    /**
     * The times of all clicks, in seconds.
     *
     * @param reductionDb the compressor's largest gain reduction: by so much an attack may rise out of what surrounds it,
     *     as it comes before the compressor has closed
     */
    List<Double> clicks(Track mix, double reductionDb) throws IOException {
        double more = Math.max(MORE, Math.pow(10, reductionDb / 20));
        float[] mixed = Surprise.of(mix);
        double cellSeconds = Surprise.cellSeconds(mix.sampleRate());
        int edge = (int) Math.ceil(EDGE_SECONDS / cellSeconds);
        var clicks = new ArrayList<Double>();
        for (int cell = edge; cell < mixed.length - edge; cell++) {
            double seconds = cell * cellSeconds;
            if (mixed[cell] > more * Math.max(LEAST, sourceAround(seconds))) {
                clicks.add(seconds);
            }
        }
        return clicks;
    }

    private double sourceAround(double seconds) {
        int from = (int) Math.max(0, (seconds - ECHO_SECONDS) / sourceCellSeconds);
        int to = (int) Math.min(source.length, (seconds + JITTER_SECONDS) / sourceCellSeconds + 1);
        float largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, source[i]);
        }
        return largest;
    }
}
