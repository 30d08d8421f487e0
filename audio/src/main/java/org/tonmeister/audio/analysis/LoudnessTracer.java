package org.tonmeister.audio.analysis;

import java.util.Arrays;

/**
 * A {@link LoudnessMeter} that writes down its readings every 100 ms. When a track has filled {@value #MOST_POINTS}
 * points, steps are joined in pairs, so the memory does not grow with its length.
 */
final class LoudnessTracer {
    static final int MOST_POINTS = 4096;

    private static final int STEPS_PER_SECOND = 10;

    private final double sampleRate;
    private final LoudnessMeter meter;
    private final float[][] piece;
    private final float[] momentary = new float[MOST_POINTS];
    private final float[] shortTerm = new float[MOST_POINTS];
    private int stepsPerPoint = 1;
    private int points;
    private int stepsInPoint;
    private long steps;
    private int filled;
    private int stepFrames;

    LoudnessTracer(double sampleRate) {
        this.sampleRate = sampleRate;
        meter = new LoudnessMeter(sampleRate);
        piece = new float[2][(int) Math.ceil(sampleRate / STEPS_PER_SECOND) + 1];
        stepFrames = framesOfStep();
    }

    /** Measures the first {@code count} frames of {@code block}, {@code [2][frames]}. */
    void add(float[][] block, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, stepFrames - filled);
            System.arraycopy(block[0], done, piece[0], filled, part);
            System.arraycopy(block[1], done, piece[1], filled, part);
            filled += part;
            done += part;
            if (filled == stepFrames) {
                meter.add(piece, filled);
                filled = 0;
                steps++;
                stepFrames = framesOfStep();
                write((float) meter.momentaryLufs(), (float) meter.shortTermLufs());
            }
        }
    }

    /** The loudness of all that was added. Nothing may be added afterwards. */
    Loudness finish() {
        meter.add(piece, filled);
        filled = 0;
        return meter.result();
    }

    /** The whole steps so far. */
    LoudnessCurve curve() {
        int size = stepsInPoint == 0 ? points : points + 1;
        return new LoudnessCurve(
                (double) stepsPerPoint / STEPS_PER_SECOND,
                Arrays.copyOf(momentary, size),
                Arrays.copyOf(shortTerm, size));
    }

    private void write(float momentaryLufs, float shortTermLufs) {
        if (points == MOST_POINTS) {
            join(momentary);
            join(shortTerm);
            points /= 2;
            stepsPerPoint *= 2;
        }
        momentary[points] = stepsInPoint == 0 ? momentaryLufs : Math.max(momentary[points], momentaryLufs);
        shortTerm[points] = stepsInPoint == 0 ? shortTermLufs : Math.max(shortTerm[points], shortTermLufs);
        stepsInPoint++;
        if (stepsInPoint == stepsPerPoint) {
            stepsInPoint = 0;
            points++;
        }
    }

    private static void join(float[] values) {
        for (int i = 0; i < values.length / 2; i++) {
            values[i] = Math.max(values[2 * i], values[2 * i + 1]);
        }
    }

    /** The meter's steps, which end at the frame nearest to each tenth of a second. */
    private int framesOfStep() {
        long start = Math.round(steps * sampleRate / STEPS_PER_SECOND);
        return (int) (Math.round((steps + 1) * sampleRate / STEPS_PER_SECOND) - start);
    }
}
