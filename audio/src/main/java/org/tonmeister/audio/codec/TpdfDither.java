package org.tonmeister.audio.codec;

/**
 * Triangular dither of ±1 step for stereo (Lipshitz, Wannamaker & Vanderkooy, "Quantization and Dither", JAES 40(5)
 * 1992, 355–375): makes the rounding error's mean and power independent of the signal.
 *
 * <p>The noise is a function of the frame's position alone (SplitMix64 of a counter, Steele, Lea & Flood, OOPSLA 2014),
 * so a file is the same however its samples were handed in.
 */
final class TpdfDither {
    private static final long SEED = 0x546F6E6D65697374L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-16;

    private TpdfDither() {}

    /** 64 random bits for one frame: four numbers of 16 bits, two for each channel. */
    static long bits(long frame) {
        long z = SEED + frame * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Noise of a channel in steps, between −1 and 1: the difference of two uniform numbers. */
    static double steps(long bits, int channel) {
        long own = bits >>> (32 * channel);
        return ((own & 0xFFFF) - ((own >>> 16) & 0xFFFF)) * UNIT;
    }
}
