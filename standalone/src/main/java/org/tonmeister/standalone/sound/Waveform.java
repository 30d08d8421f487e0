package org.tonmeister.standalone.sound;

import java.util.Arrays;

/**
 * The outline of a track's waveform: lowest and highest sample and the mean square of each step, both channels together.
 * When a track has filled {@value #MOST_POINTS} points, steps are joined in pairs, so the memory does not grow with its
 * length.
 */
public final class Waveform {
    static final int MOST_POINTS = 4096;

    private static final int FIRST_STEP_FRAMES = 16;

    private final double sampleRate;
    private final float[] lowest = new float[MOST_POINTS];
    private final float[] highest = new float[MOST_POINTS];
    private final double[] squares = new double[MOST_POINTS];
    private int framesPerPoint = FIRST_STEP_FRAMES;
    private int points;
    private int framesInPoint;

    Waveform(double sampleRate) {
        this.sampleRate = sampleRate;
    }

    void add(float[][] block, int count) {
        for (int done = 0; done < count; ) {
            if (points == MOST_POINTS) {
                joinPairs();
            }
            int part = Math.min(count - done, framesPerPoint - framesInPoint);
            measure(block[0], block[1], done, done + part);
            done += part;
            framesInPoint += part;
            if (framesInPoint == framesPerPoint) {
                framesInPoint = 0;
                points++;
            }
        }
    }

    /** Points so far. */
    public int size() {
        return framesInPoint == 0 ? points : points + 1;
    }

    /** Time from one point to the next. */
    public double stepSeconds() {
        return framesPerPoint / sampleRate;
    }

    /** The lowest sample of each step, {@code [size]}; a copy. */
    public float[] lowest() {
        return Arrays.copyOf(lowest, size());
    }

    /** The highest sample of each step, {@code [size]}; a copy. */
    public float[] highest() {
        return Arrays.copyOf(highest, size());
    }

    /** The root mean square of each step, {@code [size]}. */
    public float[] rms() {
        float[] rms = new float[size()];
        for (int i = 0; i < rms.length; i++) {
            int frames = i < points ? framesPerPoint : framesInPoint;
            rms[i] = (float) Math.sqrt(squares[i] / (2.0 * frames));
        }
        return rms;
    }

    private void measure(float[] left, float[] right, int start, int end) {
        boolean first = framesInPoint == 0;
        float low = first ? Float.POSITIVE_INFINITY : lowest[points];
        float high = first ? Float.NEGATIVE_INFINITY : highest[points];
        double sum = first ? 0 : squares[points];
        for (int i = start; i < end; i++) {
            float l = left[i];
            float r = right[i];
            low = Math.min(low, Math.min(l, r));
            high = Math.max(high, Math.max(l, r));
            sum += (double) l * l + (double) r * r;
        }
        lowest[points] = low;
        highest[points] = high;
        squares[points] = sum;
    }

    private void joinPairs() {
        points = MOST_POINTS / 2;
        for (int i = 0; i < points; i++) {
            lowest[i] = Math.min(lowest[2 * i], lowest[2 * i + 1]);
            highest[i] = Math.max(highest[2 * i], highest[2 * i + 1]);
            squares[i] = squares[2 * i] + squares[2 * i + 1];
        }
        framesPerPoint *= 2;
    }
}
