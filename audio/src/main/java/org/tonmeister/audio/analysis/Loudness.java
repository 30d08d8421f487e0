package org.tonmeister.audio.analysis;

/**
 * The loudness of a programme after ITU-R BS.1770-4 and EBU R 128. Every figure is finite: {@link #SILENCE_LUFS} stands
 * for "nothing above the absolute gate".
 *
 * @param integratedLufs gated loudness of the whole
 * @param rangeLu loudness range LRA (EBU Tech 3342); 0 for a programme without a whole 3 s window above the gate
 * @param maxMomentaryLufs loudest 400 ms
 * @param maxShortTermLufs loudest 3 s
 */
public record Loudness(double integratedLufs, double rangeLu, double maxMomentaryLufs, double maxShortTermLufs) {
    /** The absolute gate of BS.1770-4, and so the lowest loudness reported. */
    public static final double SILENCE_LUFS = -70;

    /** Undoes the K-weighting's gain at 997 Hz (BS.1770-4, equation 2). */
    private static final double OFFSET_DB = -0.691;

    /** The loudness of a K-weighted mean square, summed over both channels; at least {@link #SILENCE_LUFS}. */
    static double lufs(double meanSquare) {
        if (meanSquare <= 0) {
            return SILENCE_LUFS;
        }
        return Math.max(SILENCE_LUFS, OFFSET_DB + 10 * StrictMath.log10(meanSquare));
    }
}
