package org.tonmeister.audio.analysis;

/** Decibels with a floor, so that silence has a level too. */
final class Level {
    /** Below the noise of 16 bits. */
    static final double FLOOR_DBFS = -100;

    private static final double FLOOR_POWER = 1e-10;

    private Level() {}

    /** The level of a mean square in dB re full scale: a full-scale square wave has 0, a sine −3. */
    static double ofPower(double meanSquare) {
        return 10 * StrictMath.log10(Math.max(meanSquare, FLOOR_POWER));
    }

    /** The level of a magnitude in dB re full scale. */
    static double ofPeak(double magnitude) {
        return ofPower(magnitude * magnitude);
    }
}
