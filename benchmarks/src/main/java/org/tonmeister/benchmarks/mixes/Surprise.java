package org.tonmeister.benchmarks.mixes;

import java.io.IOException;
import java.util.Arrays;
import org.tonmeister.audio.mixdown.Track;

/**
 * How much each 5 ms of a track stick out of their surroundings: the largest prediction error ({@link LinearPrediction})
 * in a cell over the median of the same in the 21 cells around it. A jump makes one cell stand out; a drum does too, but
 * so it does in the source.
 */
final class Surprise {
    static final double CELL_SECONDS = 0.005;

    private static final int CELLS_PER_FRAME = 10;
    private static final int NEIGHBOURS = 10;

    /** The error of 16-bit dither: cells of silence are not compared with less. */
    private static final float FLOOR = 1e-4f;

    private final int cellFrames;
    private final float[][] samples;
    private final float[] error;
    private float[] cells = new float[1024];
    private int count;
    private int filled = LinearPrediction.ORDER;

    private Surprise(double sampleRate) {
        cellFrames = (int) Math.round(CELL_SECONDS * sampleRate);
        error = new float[CELLS_PER_FRAME * cellFrames];
        samples = new float[2][LinearPrediction.ORDER + error.length];
    }

    /** One figure for each cell of the track, both channels together; the last part of a frame is left out. */
    static float[] of(Track track) throws IOException {
        var surprise = new Surprise(track.sampleRate());
        track.read(surprise::add);
        return surprise.result();
    }

    /** The length of a cell in seconds, which is a whole number of samples. */
    static double cellSeconds(double sampleRate) {
        return Math.round(CELL_SECONDS * sampleRate) / sampleRate;
    }

    private void add(float[][] block, int frames) {
        for (int done = 0; done < frames; ) {
            int part = Math.min(frames - done, samples[0].length - filled);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(block[channel], done, samples[channel], filled, part);
            }
            filled += part;
            done += part;
            if (filled == samples[0].length) {
                endFrame();
            }
        }
    }

    private void endFrame() {
        if (count + CELLS_PER_FRAME > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        for (float[] channel : samples) {
            LinearPrediction.error(channel, error);
            for (int n = 0; n < error.length; n++) {
                int cell = count + n / cellFrames;
                cells[cell] = Math.max(cells[cell], Math.abs(error[n]));
            }
            System.arraycopy(channel, error.length, channel, 0, LinearPrediction.ORDER);
        }
        count += CELLS_PER_FRAME;
        filled = LinearPrediction.ORDER;
    }

    private float[] result() {
        float[] result = new float[count];
        for (int cell = 0; cell < count; cell++) {
            float[] around =
                    Arrays.copyOfRange(cells, Math.max(0, cell - NEIGHBOURS), Math.min(count, cell + NEIGHBOURS + 1));
            Arrays.sort(around);
            result[cell] = cells[cell] / Math.max(FLOOR, around[around.length / 2]);
        }
        return result;
    }
}
