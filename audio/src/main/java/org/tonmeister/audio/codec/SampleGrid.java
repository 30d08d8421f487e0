package org.tonmeister.audio.codec;

/**
 * Puts floats on the steps of 16 and 24 bits: the nearest step, ties to even; clamped to the range, never wrapped.
 * Static and spelled out twice, because this runs for every sample of every track.
 */
final class SampleGrid {
    private static final double STEPS_16 = 1 << 15;
    private static final double STEPS_24 = 1 << 23;

    private SampleGrid() {}

    static int to16(float sample) {
        return clamp16((int) Math.rint(sample * STEPS_16));
    }

    /** The same, after adding {@code dither}, in steps. */
    static int to16(float sample, double dither) {
        return clamp16((int) Math.rint(sample * STEPS_16 + dither));
    }

    static int to24(float sample) {
        int value = (int) Math.rint(sample * STEPS_24);
        return Math.max(-(1 << 23), Math.min((1 << 23) - 1, value));
    }

    /** Whether every sample lies exactly on a step of 16 bits within the range. */
    static boolean holds16(float[] samples, int frames) {
        for (int i = 0; i < frames; i++) {
            if (to16(samples[i]) != samples[i] * STEPS_16) {
                return false;
            }
        }
        return true;
    }

    private static int clamp16(int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
}
