package org.tonmeister.audio.dsp;

/**
 * Keeps one channel of a {@link Limiter} free of DC. Where a wave is taller on one side of zero, a limiter takes more
 * from that side, and the mean of what is left stands off zero: by −37 dBFS on some synthesiser basses driven 12 dB over
 * the ceiling. So the mean of what was taken away is added to the samples that follow, before they are limited, and the
 * ceiling holds as before.
 *
 * <p>The mean is a low-pass of two poles at {@value #CORNER_HZ} Hz: of the waves themselves, a 40 Hz bass say, less than
 * −75 dB comes through. It is renewed once a segment and ramped through the next, so nothing depends on blocks. A
 * mean below {@value #DEAD_ZONE} is left alone, so that ordinary music stays as it is.
 */
final class OffsetServo {
    private static final double CORNER_HZ = 0.5;

    /** −70 dBFS. */
    private static final double DEAD_ZONE = 3e-4;

    /** Far below what matters, and far above the subnormal numbers, which a decay would end at. */
    private static final double SETTLED = 1e-30;

    private final int segmentFrames;
    private final double share;
    private double first;
    private double second;
    private float before;
    private float after;
    private int position;
    private double taken;

    /** @param segmentFrames how many frames lie between two calls of {@link #endSegment} */
    OffsetServo(double sampleRate, int segmentFrames) {
        this.segmentFrames = segmentFrames;
        share = 1 - StrictMath.exp(-2 * Math.PI * CORNER_HZ * segmentFrames / sampleRate);
    }

    /** Adds what was taken away lately to {@code frames} input samples. */
    void add(float[] samples, int offset, int frames) {
        if (before != 0 || after != 0) {
            float step = (after - before) / segmentFrames;
            for (int i = 0; i < frames; i++) {
                samples[offset + i] += before + step * (position + i);
            }
        }
        position += frames;
    }

    /** Notes the sum of what the limiter took away from some samples. */
    void taken(double sum) {
        taken += sum;
    }

    /** Ends a segment. */
    void endSegment() {
        before = after;
        first = settled(first + share * (taken / segmentFrames - first));
        second = settled(second + share * (first - second));
        double beyond = Math.max(0, Math.abs(second) - DEAD_ZONE);
        after = (float) Math.copySign(beyond, second);
        taken = 0;
        position = 0;
    }

    private static double settled(double state) {
        return Math.abs(state) < SETTLED ? 0 : state;
    }
}
