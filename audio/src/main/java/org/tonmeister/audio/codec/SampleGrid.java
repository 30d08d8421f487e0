package org.tonmeister.audio.codec;

/** The steps of an integer sample format, and how floats are put on them. */
enum SampleGrid {
    S16(15),
    S24(23);

    private final double steps;
    private final int highest;

    SampleGrid(int magnitudeBits) {
        steps = 1 << magnitudeBits;
        highest = (1 << magnitudeBits) - 1;
    }

    /** Nearest step, ties to even; clamped to the grid, never wrapped. */
    static int round(float sample, SampleGrid grid) {
        return grid.clamp(sample * grid.steps);
    }

    /** The same, after adding {@code dither} (in steps). */
    int round(float sample, double dither) {
        return clamp(sample * steps + dither);
    }

    /** Whether every sample lies exactly on a step within the range. */
    boolean holds(float[] samples, int offset, int frames) {
        for (int i = offset; i < offset + frames; i++) {
            double scaled = samples[i] * steps;
            if (clamp(scaled) != scaled) {
                return false;
            }
        }
        return true;
    }

    private int clamp(double scaled) {
        int value = (int) Math.rint(scaled);
        return Math.max(-highest - 1, Math.min(highest, value));
    }
}
