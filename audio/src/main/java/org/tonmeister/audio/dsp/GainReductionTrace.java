package org.tonmeister.audio.dsp;

import java.util.Arrays;

/**
 * Gain reduction over the time of a track: the largest of each step, in steps of about 0.1 s. When a track has filled
 * {@value #MOST_POINTS} of them, steps are joined in pairs, so the memory does not grow with its length.
 */
public final class GainReductionTrace {
    static final int MOST_POINTS = 4096;

    private static final double STEP_SECONDS = 0.1;

    private final double segmentSeconds;
    private final float[] compressor = new float[MOST_POINTS];
    private final float[] limiter = new float[MOST_POINTS];
    private int segmentsPerPoint;
    private int points;
    private int segments;

    /** @param segmentSeconds what each {@link #add} stands for */
    GainReductionTrace(double segmentSeconds) {
        this.segmentSeconds = segmentSeconds;
        segmentsPerPoint = (int) Math.max(1, Math.round(STEP_SECONDS / segmentSeconds));
    }

    /** Takes the largest gain reductions of the next segment, dB. */
    void add(double compressorDb, double limiterDb) {
        if (segments == segmentsPerPoint) {
            points++;
            segments = 0;
        }
        if (points == MOST_POINTS) {
            join(compressor);
            join(limiter);
            points = MOST_POINTS / 2;
            segmentsPerPoint *= 2;
        }
        if (segments == 0) {
            compressor[points] = 0;
            limiter[points] = 0;
        }
        compressor[points] = Math.max(compressor[points], (float) compressorDb);
        limiter[points] = Math.max(limiter[points], (float) limiterDb);
        segments++;
    }

    /** Time from one point to the next. */
    public double stepSeconds() {
        return segmentsPerPoint * segmentSeconds;
    }

    /** The compressor's largest reduction of each step in dB, 0 or more, without make-up; a copy. */
    public float[] compressorDb() {
        return Arrays.copyOf(compressor, size());
    }

    /** The limiter's largest reduction of each step in dB, 0 or more; a copy. */
    public float[] limiterDb() {
        return Arrays.copyOf(limiter, size());
    }

    private int size() {
        return segments == 0 ? points : points + 1;
    }

    private static void join(float[] values) {
        for (int i = 0; i < MOST_POINTS / 2; i++) {
            values[i] = Math.max(values[2 * i], values[2 * i + 1]);
        }
    }
}
