package org.tonmeister.audio.filter;

import java.util.Arrays;

/**
 * The four-fold interpolator of ITU-R BS.1770-4, Annex 2: 4 phases of 12 taps, one channel. For each input sample it
 * gives the largest magnitude of the four points that this step adds between two input samples.
 *
 * <p>The phases mirror each other: phase 3 is phase 0 backwards, phase 2 is phase 1 backwards. Split into its even part
 * E and its odd part O under that mirror, phase 0 gives E + O and phase 3 gives E − O, and the larger magnitude of the
 * two is |E| + |O|: half of the multiplications, and no more than one comparison. The split coefficients are exact in
 * binary. The output does not depend on how the input is cut into blocks.
 */
public final class TruePeakInterpolator {
    /** The points given for input n lie between the inputs n − {@value} and n − {@value} + 1. */
    public static final int LATENCY_FRAMES = 6;

    private static final int TAPS = 12;
    private static final int PAIRS = TAPS / 2;
    /** Frames worked at once: small enough for everything to stay in the first-level cache. */
    private static final int BLOCK = 512;

    private static final double[] PHASE_0 = {
        0.0017089843750,
        0.0109863281250,
        -0.0196533203125,
        0.0332031250000,
        -0.0594482421875,
        0.1373291015625,
        0.9721679687500,
        -0.1022949218750,
        0.0476074218750,
        -0.0266113281250,
        0.0148925781250,
        -0.0083007812500
    };
    private static final double[] PHASE_1 = {
        -0.0291748046875,
        0.0292968750000,
        -0.0517578125000,
        0.0891113281250,
        -0.1665039062500,
        0.4650878906250,
        0.7797851562500,
        -0.2003173828125,
        0.1015625000000,
        -0.0582275390625,
        0.0330810546875,
        -0.0189208984375
    };

    private static final float[] EVEN_0 = part(PHASE_0, 1);
    private static final float[] ODD_0 = part(PHASE_0, -1);
    private static final float[] EVEN_1 = part(PHASE_1, 1);
    private static final float[] ODD_1 = part(PHASE_1, -1);

    /** The last TAPS − 1 samples seen, then the block. */
    private final float[] line = new float[TAPS - 1 + BLOCK];

    /** Row k is the line from k on. */
    private final float[][] taps = new float[TAPS][BLOCK];

    private final float[] even0 = new float[BLOCK];
    private final float[] odd0 = new float[BLOCK];
    private final float[] even1 = new float[BLOCK];
    private final float[] odd1 = new float[BLOCK];
    private final float[] largest = new float[BLOCK];

    /** The largest magnitude of the four points of this step. */
    public float peak(float sample) {
        line[TAPS - 1] = sample;
        float e0 = 0;
        float o0 = 0;
        float e1 = 0;
        float o1 = 0;
        // Two pairs at a time, as in the block below, so that both round alike.
        for (int k = 0; k < PAIRS; k += 2) {
            float sumA = line[TAPS - 1 - k] + line[k];
            float sumB = line[TAPS - 2 - k] + line[k + 1];
            float differenceA = line[TAPS - 1 - k] - line[k];
            float differenceB = line[TAPS - 2 - k] - line[k + 1];
            e0 += EVEN_0[k] * sumA + EVEN_0[k + 1] * sumB;
            e1 += EVEN_1[k] * sumA + EVEN_1[k + 1] * sumB;
            o0 += ODD_0[k] * differenceA + ODD_0[k + 1] * differenceB;
            o1 += ODD_1[k] * differenceA + ODD_1[k + 1] * differenceB;
        }
        System.arraycopy(line, 1, line, 0, TAPS - 1);
        return Math.max(Math.abs(e0) + Math.abs(o0), Math.abs(e1) + Math.abs(o1));
    }

    /**
     * The same for {@code frames} samples from {@code offset} on, written to {@code out} from {@code outOffset} on;
     * {@code out} may be {@code in} at the same offset.
     */
    public void peaks(float[] in, int offset, int frames, float[] out, int outOffset) {
        for (int done = 0; done < frames; done += BLOCK) {
            int count = Math.min(BLOCK, frames - done);
            System.arraycopy(in, offset + done, line, TAPS - 1, count);
            interpolate(count);
            System.arraycopy(largest, 0, out, outOffset + done, count);
            System.arraycopy(line, count, line, 0, TAPS - 1);
        }
    }

    /**
     * The compiler turns a loop into vector instructions only if all its arrays are read and written at the same index;
     * hence a copy of the line for each tap.
     */
    private void interpolate(int count) {
        for (int k = 0; k < TAPS; k++) {
            System.arraycopy(line, k, taps[k], 0, count);
        }
        Arrays.fill(even0, 0, count, 0);
        Arrays.fill(odd0, 0, count, 0);
        Arrays.fill(even1, 0, count, 0);
        Arrays.fill(odd1, 0, count, 0);
        for (int k = 0; k < PAIRS; k += 2) {
            addEven(k, count);
            addOdd(k, count);
        }
        for (int i = 0; i < count; i++) {
            largest[i] = Math.max(Math.abs(even0[i]) + Math.abs(odd0[i]), Math.abs(even1[i]) + Math.abs(odd1[i]));
        }
    }

    /** Adds the even parts of the tap pairs k and k + 1. */
    private void addEven(int k, int count) {
        float[] oldA = taps[k];
        float[] newA = taps[TAPS - 1 - k];
        float[] oldB = taps[k + 1];
        float[] newB = taps[TAPS - 2 - k];
        float phase0A = EVEN_0[k];
        float phase0B = EVEN_0[k + 1];
        float phase1A = EVEN_1[k];
        float phase1B = EVEN_1[k + 1];
        for (int i = 0; i < count; i++) {
            float sumA = newA[i] + oldA[i];
            float sumB = newB[i] + oldB[i];
            even0[i] += phase0A * sumA + phase0B * sumB;
            even1[i] += phase1A * sumA + phase1B * sumB;
        }
    }

    /** Adds the odd parts of the tap pairs k and k + 1. */
    private void addOdd(int k, int count) {
        float[] oldA = taps[k];
        float[] newA = taps[TAPS - 1 - k];
        float[] oldB = taps[k + 1];
        float[] newB = taps[TAPS - 2 - k];
        float phase0A = ODD_0[k];
        float phase0B = ODD_0[k + 1];
        float phase1A = ODD_1[k];
        float phase1B = ODD_1[k + 1];
        for (int i = 0; i < count; i++) {
            float differenceA = newA[i] - oldA[i];
            float differenceB = newB[i] - oldB[i];
            odd0[i] += phase0A * differenceA + phase0B * differenceB;
            odd1[i] += phase1A * differenceA + phase1B * differenceB;
        }
    }

    /** Half of coefficient k plus or minus half of its mirror image, for the first half of the taps. */
    private static float[] part(double[] phase, int sign) {
        float[] part = new float[PAIRS];
        for (int k = 0; k < PAIRS; k++) {
            part[k] = (float) ((phase[k] + sign * phase[TAPS - 1 - k]) / 2);
        }
        return part;
    }
}
