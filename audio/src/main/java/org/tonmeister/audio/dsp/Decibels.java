package org.tonmeister.audio.dsp;

/** Decibels and ratios, by StrictMath: the same bits on every machine. */
final class Decibels {
    private static final double PER_NEPER_OF_AMPLITUDE = 20 / StrictMath.log(10);

    private Decibels() {}

    static double toAmplitude(double db) {
        return StrictMath.exp(db / PER_NEPER_OF_AMPLITUDE);
    }

    static double toPower(double db) {
        return StrictMath.exp(2 * db / PER_NEPER_OF_AMPLITUDE);
    }

    static double ofAmplitude(double ratio) {
        return 20 * StrictMath.log10(ratio);
    }

    static double ofPower(double ratio) {
        return 10 * StrictMath.log10(ratio);
    }
}
