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
        toLeft(wetLeft, frames);
        toRight(wetRight, frames);
        scatter(left, right, frames);
        for (int i = 0; i < LINES; i++) {
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

    /** y[n] = g·x[n] + b·y[n−1] on all lines at a time; what lies in the lines has its gain g already. */
    private void absorb(int frames) {
        float[] x0 = taps[0];
        float[] x1 = taps[1];
        float[] x2 = taps[2];
        float[] x3 = taps[3];
        float[] x4 = taps[4];
        float[] x5 = taps[5];
        float[] x6 = taps[6];
        float[] x7 = taps[7];
        float b0 = poles[0];
        float b1 = poles[1];
        float b2 = poles[2];
        float b3 = poles[3];
        float b4 = poles[4];
        float b5 = poles[5];
        float b6 = poles[6];
        float b7 = poles[7];
        float y0 = absorbed[0];
        float y1 = absorbed[1];
        float y2 = absorbed[2];
        float y3 = absorbed[3];
        float y4 = absorbed[4];
        float y5 = absorbed[5];
        float y6 = absorbed[6];
        float y7 = absorbed[7];
        for (int n = 0; n < frames; n++) {
            y0 = x0[n] + b0 * y0;
            y1 = x1[n] + b1 * y1;
            y2 = x2[n] + b2 * y2;
            y3 = x3[n] + b3 * y3;
            y4 = x4[n] + b4 * y4;
            y5 = x5[n] + b5 * y5;
            y6 = x6[n] + b6 * y6;
            y7 = x7[n] + b7 * y7;
            x0[n] = y0;
            x1[n] = y1;
            x2[n] = y2;
            x3[n] = y3;
            x4[n] = y4;
            x5[n] = y5;
            x6[n] = y6;
            x7[n] = y7;
        }
        absorbed[0] = y0;
        absorbed[1] = y1;
        absorbed[2] = y2;
        absorbed[3] = y3;
        absorbed[4] = y4;
        absorbed[5] = y5;
        absorbed[6] = y6;
        absorbed[7] = y7;
    }

    /**
     * What is heard on the left. The signs of both sides are orthogonal, so the sides are decorrelated; of all such pairs
     * this one keeps the sides within 0.5 dB of each other for centred and for one-sided sound.
     */
    private void toLeft(float[] wet, int frames) {
        float[] x0 = taps[0];
        float[] x1 = taps[1];
        float[] x2 = taps[2];
        float[] x3 = taps[3];
        float[] x4 = taps[4];
        float[] x5 = taps[5];
        float[] x6 = taps[6];
        float[] x7 = taps[7];
        for (int n = 0; n < frames; n++) {
            wet[n] = x0[n] - x1[n] + x2[n] - x3[n] + x4[n] + x5[n] + x6[n] + x7[n];
        }
    }

    private void toRight(float[] wet, int frames) {
        float[] x0 = taps[0];
        float[] x1 = taps[1];
        float[] x2 = taps[2];
        float[] x3 = taps[3];
        float[] x4 = taps[4];
        float[] x5 = taps[5];
        float[] x6 = taps[6];
        float[] x7 = taps[7];
        for (int n = 0; n < frames; n++) {
            wet[n] = x0[n] - x1[n] + x2[n] + x3[n] - x4[n] - x5[n] - x6[n] + x7[n];
        }
    }

    /**
     * The fast Hadamard transform across the lines, in place, what each line is fed with (one of the sides, with a sign),
     * and each line's gain. The compiler makes vector code only of small loops, so there are six.
     */
    private void scatter(float[] left, float[] right, int frames) {
        quarter(taps[0], taps[1], taps[2], taps[3], frames);
        quarter(taps[4], taps[5], taps[6], taps[7], frames);
        feed(0, 1, 4, 1, left, frames);
        feed(1, 1, 5, -1, right, frames);
        feed(2, -1, 6, -1, left, frames);
        feed(3, -1, 7, 1, right, frames);
    }

    /** The transform's first two steps for four lines. */
    private static void quarter(float[] a, float[] b, float[] c, float[] d, int frames) {
        for (int n = 0; n < frames; n++) {
            float sumAb = a[n] + b[n];
            float differenceAb = a[n] - b[n];
            float sumCd = c[n] + d[n];
            float differenceCd = c[n] - d[n];
            a[n] = sumAb + sumCd;
            b[n] = differenceAb + differenceCd;
            c[n] = sumAb - sumCd;
            d[n] = differenceAb - differenceCd;
        }
    }

    /** The transform's last step for two lines, their input with its signs, and their gains. */
    private void feed(int lineA, float signA, int lineB, float signB, float[] input, int frames) {
        float[] a = taps[lineA];
        float[] b = taps[lineB];
        float gainA = gains[lineA];
        float gainB = gains[lineB];
        for (int n = 0; n < frames; n++) {
            float sum = a[n] + b[n];
            float difference = a[n] - b[n];
            a[n] = gainA * (((sum + signA * input[n]) + Effect.SILENCE) - Effect.SILENCE);
            b[n] = gainB * (((difference + signB * input[n]) + Effect.SILENCE) - Effect.SILENCE);
        }
    }
}
