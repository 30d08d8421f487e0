package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.util.Arrays;
import org.tonmeister.audio.mixdown.Track;

/**
 * How much each 5 ms of a track stick out of their surroundings: the largest second difference of the samples in a cell
 * over the median of the same in the 21 cells around it. A jump makes one cell stand out; a drum does too, but so it
 * does in the source. Silence counts as part of a track before its beginning and after its end.
 */
final class Sharpness {
    static final double CELL_SECONDS = 0.005;

    private static final int NEIGHBOURS = 10;

    /** The second difference of 16-bit dither: cells of silence are not compared with less. */
    private static final float FLOOR = 2e-4f;

    private final double framesPerCell;
    private final float[][] last = new float[2][2];
    private float[] cells = new float[1024];
    private long frame;

    private Sharpness(double sampleRate) {
        framesPerCell = CELL_SECONDS * sampleRate;
    }

    /** One figure for each {@value #CELL_SECONDS} s of the track, both channels together. */
    static float[] of(Track track) throws IOException {
        var sharpness = new Sharpness(track.sampleRate());
        track.read(sharpness::add);
        return sharpness.result();
    }

    private void add(float[][] block, int frames) {
        for (int i = 0; i < frames; i++, frame++) {
            int cell = (int) (frame / framesPerCell);
            if (cell >= cells.length) {
                cells = Arrays.copyOf(cells, 2 * cells.length);
            }
            cells[cell] = Math.max(cells[cell], Math.max(next(last[0], block[0][i]), next(last[1], block[1][i])));
        }
    }

    private static float next(float[] past, float sample) {
        float second = Math.abs(sample - 2 * past[0] + past[1]);
        past[1] = past[0];
        past[0] = sample;
        return second;
    }

    private float[] result() {
        add(new float[2][2], 2);
        int count = (int) Math.ceil(frame / framesPerCell);
        float[] result = new float[count];
        for (int cell = 0; cell < count; cell++) {
            int from = Math.max(0, cell - NEIGHBOURS);
            int to = Math.min(count, cell + NEIGHBOURS + 1);
            float[] around = Arrays.copyOfRange(cells, from, to);
            Arrays.sort(around);
            result[cell] = cells[cell] / Math.max(FLOOR, around[around.length / 2]);
        }
        return result;
    }
}
