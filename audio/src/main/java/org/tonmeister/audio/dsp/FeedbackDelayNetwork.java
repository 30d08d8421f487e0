package org.tonmeister.audio.dsp;

/**
 * Eight delay lines fed back through a Hadamard matrix, each followed by an absorbing low-pass that sets its decay: J.-M.
 * Jot and A. Chaigne, "Digital Delay Networks for Designing Artificial Reverberators", AES 90th Convention, 1991; J. O.
 * Smith, "Physical Audio Signal Processing", "FDN Reverberation". The matrix is lossless, so a line of m frames must
 * lose 60·m/(fs·T60(f)) dB a pass.
 */
final class FeedbackDelayNetwork {
    private static final int LINES = 8;
    /** Their sum exceeds 0.15·T60, which is enough modes a Hertz (Smith, "Mode Density Requirement"). */
    private static final double[] SECONDS = {0.0213, 0.0247, 0.0289, 0.0323, 0.0371, 0.0427, 0.0479, 0.0533};

    /**
     * With which sign a line is heard on each side. The rows are orthogonal, so the sides are decorrelated; of all such
     * pairs this one keeps the sides within 0.5 dB of each other for centred and for one-sided sound.
     */
    private static final float[] TO_LEFT = {1, -1, 1, -1, 1, 1, 1, 1};

    private static final float[] TO_RIGHT = {1, -1, 1, 1, -1, -1, -1, 1};

    /** With which sign a line is fed from each side. */
    private static final float[] FROM_LEFT = {1, 0, -1, 0, 1, 0, -1, 0};

    private static final float[] FROM_RIGHT = {0, 1, 0, -1, 0, -1, 0, 1};

    private final DelayLine[] lines = new DelayLine[LINES];
    private final float[] gains = new float[LINES];
    private final float[] poles = new float[LINES];
    private final float[] absorbed = new float[LINES];
    private final float[][] taps;

    FeedbackDelayNetwork(double sampleRate, Decay decay) {
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < LINES; i++) {
            lines[i] = new DelayLine(Lengths.prime(sampleRate, SECONDS[i]));
            shortest = Math.min(shortest, lines[i].frames());
            Decay.Absorption absorption = decay.absorption(sampleRate, lines[i].frames());
            // The matrix below is left without its 1/√8; it is here instead.
            gains[i] = (float) (absorption.gain() / StrictMath.sqrt(LINES));
            poles[i] = (float) absorption.pole();
        }
        taps = new float[LINES][shortest];
    }

    int maxFrames() {
        return taps[0].length;
    }

    void render(float[] left, float[] right, float[] wetLeft, float[] wetRight, int frames) {
        for (int i = 0; i < LINES; i++) {
            lines[i].read(taps[i], 0, frames);
        }
        absorb(frames);
        mix(TO_LEFT, wetLeft, frames);
        mix(TO_RIGHT, wetRight, frames);
        scatter(frames);
        for (int i = 0; i < LINES; i++) {
            feed(taps[i], FROM_LEFT[i], left, FROM_RIGHT[i], right, frames);
            lines[i].write(taps[i], 0, frames);
        }
    }

    void settle() {
        for (int i = 0; i < LINES; i++) {
            if (Math.abs(absorbed[i]) < Effect.SILENCE) {
                absorbed[i] = 0;
            }
        }
    }

    /** y[n] = g·x[n] + b·y[n−1] on all lines, four at a time: each recursion waits for its own last result. */
    private void absorb(int frames) {
        for (int i = 0; i < LINES; i += 4) {
            absorb(i, taps[i], taps[i + 1], taps[i + 2], taps[i + 3], frames);
        }
    }

    private void absorb(int i, float[] x0, float[] x1, float[] x2, float[] x3, int frames) {
        float g0 = gains[i];
        float g1 = gains[i + 1];
        float g2 = gains[i + 2];
        float g3 = gains[i + 3];
        float b0 = poles[i];
        float b1 = poles[i + 1];
        float b2 = poles[i + 2];
        float b3 = poles[i + 3];
        float y0 = absorbed[i];
        float y1 = absorbed[i + 1];
        float y2 = absorbed[i + 2];
        float y3 = absorbed[i + 3];
        for (int n = 0; n < frames; n++) {
            y0 = g0 * x0[n] + b0 * y0;
            y1 = g1 * x1[n] + b1 * y1;
            y2 = g2 * x2[n] + b2 * y2;
            y3 = g3 * x3[n] + b3 * y3;
            x0[n] = y0;
            x1[n] = y1;
            x2[n] = y2;
            x3[n] = y3;
        }
        absorbed[i] = y0;
        absorbed[i + 1] = y1;
        absorbed[i + 2] = y2;
        absorbed[i + 3] = y3;
    }

    private void mix(float[] signs, float[] wet, int frames) {
        for (int n = 0; n < frames; n++) {
            wet[n] = 0;
        }
        for (int i = 0; i < LINES; i++) {
            float[] tap = taps[i];
            float sign = signs[i];
            for (int n = 0; n < frames; n++) {
                wet[n] += sign * tap[n];
            }
        }
    }

    /** The fast Hadamard transform across the lines, in place. */
    private void scatter(int frames) {
        for (int half = 1; half < LINES; half *= 2) {
            for (int i = 0; i < LINES; i++) {
                if ((i & half) == 0) {
                    butterfly(taps[i], taps[i + half], frames);
                }
            }
        }
    }

    private static void butterfly(float[] a, float[] b, int frames) {
        for (int n = 0; n < frames; n++) {
            float x = a[n];
            float y = b[n];
            a[n] = x + y;
            b[n] = x - y;
        }
    }

    private static void feed(float[] line, float l, float[] left, float r, float[] right, int frames) {
        for (int n = 0; n < frames; n++) {
            line[n] = ((line[n] + (l * left[n] + r * right[n])) + Effect.SILENCE) - Effect.SILENCE;
        }
    }
}
