package org.tonmeister.audio.dsp;

/**
 * How a room decays: a reverberation time at low and middle frequencies, falling towards high ones.
 *
 * @param t60Seconds time for 60 dB at low frequencies
 * @param highT60Seconds the same at {@code highHz}, shorter
 * @param highHz where the second time holds
 */
record Decay(double t60Seconds, double highT60Seconds, double highHz) {
    /** Above this part of the sample rate the one-pole filter has no room to follow. */
    private static final double HIGHEST = 0.45;

    /** A filter y[n] = gain·x[n] + pole·y[n−1]. */
    record Absorption(double gain, double pole) {}

    /** 1/T60 grows with the square of the frequency, as it does with a one-pole low-pass in the loop and in air. */
    double t60Seconds(double hz) {
        double relative = hz / highHz;
        return 1 / (1 / t60Seconds + (1 / highT60Seconds - 1 / t60Seconds) * relative * relative);
    }

    /**
     * The filter of a line of {@code frames}: it has the line's loss at 0 Hz and at {@code highHz}. With r = |H(w)|²/|H(0)|²
     * and c = cos w, the one-pole low-pass has (1 − b)² = r·(1 − 2bc + b²).
     */
    Absorption absorption(double sampleRate, int frames) {
        double hz = Math.min(highHz, HIGHEST * sampleRate);
        double low = gain(sampleRate, frames, t60Seconds);
        double r = gain(sampleRate, frames, t60Seconds(hz)) / low;
        r *= r;
        double p = 1 - r * StrictMath.cos(2 * Math.PI * hz / sampleRate);
        double q = 1 - r;
        double pole = (p - StrictMath.sqrt(p * p - q * q)) / q;
        return new Absorption(low * (1 - pole), pole);
    }

    /** 60 dB in {@code t60} seconds. */
    private static double gain(double sampleRate, int frames, double t60) {
        return StrictMath.pow(10, -3 * frames / (sampleRate * t60));
    }
}
