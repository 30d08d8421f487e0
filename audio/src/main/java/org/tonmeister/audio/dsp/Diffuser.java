package org.tonmeister.audio.dsp;

/**
 * Allpass filters in series that smear an onset without colouring it, one channel: M. R. Schroeder, "Natural Sounding
 * Artificial Reverberation", JAES 10(3), 1962; lengths and gains after J. Dattorro, "Effect Design, Part 1", JAES 45(9),
 * 1997, figure 1.
 */
final class Diffuser {
    private static final double[] SECONDS = {0.00477, 0.00360, 0.01273, 0.00931};
    private static final float[] GAINS = {0.75f, 0.75f, 0.625f, 0.625f};

    private final DelayLine[] lines = new DelayLine[SECONDS.length];
    private final float[] delayed;

    /** @param stretch scales the lengths, so that two channels come out unlike each other */
    Diffuser(double sampleRate, double stretch) {
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new DelayLine(Lengths.prime(sampleRate, SECONDS[i] * stretch));
            shortest = Math.min(shortest, lines[i].frames());
        }
        delayed = new float[shortest];
    }

    int maxFrames() {
        return delayed.length;
    }

    /** Filters the first {@code frames} samples in place: v[n] = x[n] + g·v[n−m], y[n] = v[n−m] − g·v[n]. */
    void process(float[] samples, int frames) {
        for (int i = 0; i < lines.length; i++) {
            lines[i].read(delayed, 0, frames);
            step(GAINS[i], samples, delayed, frames);
            lines[i].write(delayed, 0, frames);
        }
    }

    /** From x in {@code samples} and v[n−m] in {@code line}: y to {@code samples} and v[n] to {@code line}. */
    private static void step(float g, float[] samples, float[] line, int frames) {
        for (int i = 0; i < frames; i++) {
            float old = line[i];
            float v = ((samples[i] + g * old) + Effect.SILENCE) - Effect.SILENCE;
            line[i] = v;
            samples[i] = old - g * v;
        }
    }
}
