package org.tonmeister.predict.analyser;

/**
 * Where the bands of a {@code SpectrogramWindow} lie: triangles on Slaney's mel scale (M. Slaney, "Auditory Toolbox",
 * Interval Research TR 1998-010) from 30 Hz to 20 kHz, each from its neighbours' centre to the other's.
 */
final class MelBands {
    /** Number of bands. */
    static final int COUNT = 128;

    private static final double LOWEST_HZ = 30;
    private static final double HIGHEST_HZ = 20_000;
    private static final double LINEAR_HZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HZ = 1000;
    private static final double BREAK_MEL = BREAK_HZ / LINEAR_HZ_PER_MEL;
    private static final double LOG_STEP = StrictMath.log(6.4) / 27;

    private MelBands() {}

    /** The frequency at which a band weighs most. */
    static double centreHz(int band) {
        return pointHz(band + 1);
    }

    /** Where a band and the one below it weigh the same, nearly. */
    static double lowerHz(int band) {
        return pointHz(band + 0.5);
    }

    /** Where a band and the one above it weigh the same, nearly. */
    static double upperHz(int band) {
        return pointHz(band + 1.5);
    }

    private static double pointHz(double index) {
        double lowest = mel(LOWEST_HZ);
        return hertz(lowest + (mel(HIGHEST_HZ) - lowest) * index / (COUNT + 1));
    }

    private static double mel(double hertz) {
        return hertz < BREAK_HZ ? hertz / LINEAR_HZ_PER_MEL : BREAK_MEL + StrictMath.log(hertz / BREAK_HZ) / LOG_STEP;
    }

    private static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * LINEAR_HZ_PER_MEL : BREAK_HZ * StrictMath.exp(LOG_STEP * (mel - BREAK_MEL));
    }
}
