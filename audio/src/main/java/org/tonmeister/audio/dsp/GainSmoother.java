package org.tonmeister.audio.dsp;

import java.util.Arrays;

/**
 * Makes a limiter's gain out of the least gain that its window asks for: falls at once, recovers exponentially, and is
 * then averaged by two boxes in series. An average of values that are all low enough is low enough, so the ceiling holds
 * as long as the boxes' support fits into the window.
 *
 * <p>Gains are whole numbers of 1/{@link #ONE}: the boxes' running sums are exact, so they neither drift nor depend on
 * the past, and a gain of one is exactly one again after the limiter has let go.
 */
final class GainSmoother {
    /** A gain of one. */
    static final int ONE = 1 << 30;

    /** So near to one (0.0005 dB), the recovery ends. */
    private static final double RECOVERED = ONE * (1 - 1.0 / (1 << 14));

    private final int[] first;
    private final long[] second;
    private final double scale;
    private final double recovery;
    private int firstAt;
    private int secondAt;
    private long firstSum;
    private long secondSum;
    private double gain = ONE;

    /**
     * @param firstFrames length of one box
     * @param secondFrames length of the other
     * @param releaseFrames time constant of the recovery
     */
    GainSmoother(int firstFrames, int secondFrames, double releaseFrames) {
        first = new int[firstFrames];
        second = new long[secondFrames];
        Arrays.fill(first, ONE);
        firstSum = (long) firstFrames * ONE;
        Arrays.fill(second, firstSum);
        secondSum = secondFrames * firstSum;
        scale = 1.0 / secondSum;
        recovery = 1 - StrictMath.exp(-1 / releaseFrames);
    }

    /** The number of inputs that an output depends on, without the recovery. */
    int support() {
        return first.length + second.length - 1;
    }

    /** Whether the gain is one and stays there while nothing is asked for. */
    boolean isAtRest() {
        return gain == ONE && secondSum == (long) first.length * second.length * ONE;
    }

    /** From {@code count} needed gains in 1/{@link #ONE} to as many smooth ones. */
    void process(int[] needed, float[] smooth, int count) {
        double g = gain;
        long sum1 = firstSum;
        long sum2 = secondSum;
        int at1 = firstAt;
        int at2 = secondAt;
        for (int i = 0; i < count; i++) {
            double need = needed[i];
            g = need <= g ? need : g + recovery * (need - g);
            if (g > RECOVERED && needed[i] == ONE) {
                g = ONE;
            }
            int rounded = (int) g;
            sum1 += rounded - first[at1];
            first[at1] = rounded;
            at1 = at1 + 1 == first.length ? 0 : at1 + 1;
            sum2 += sum1 - second[at2];
            second[at2] = sum1;
            at2 = at2 + 1 == second.length ? 0 : at2 + 1;
            smooth[i] = (float) (sum2 * scale);
        }
        gain = g;
        firstSum = sum1;
        secondSum = sum2;
        firstAt = at1;
        secondAt = at2;
    }
}
