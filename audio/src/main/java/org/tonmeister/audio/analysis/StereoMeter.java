package org.tonmeister.audio.analysis;

/** Sums, products and peaks of a stereo signal, in one pass. */
final class StereoMeter {
    private long frames;
    private double left;
    private double right;
    private double leftSquares;
    private double rightSquares;
    private double products;
    private double sideSquares;
    private float peak;

    /** Measures the first {@code count} frames of {@code block}, {@code [2][frames]}. */
    void add(float[][] block, int count) {
        float[] l = block[0];
        float[] r = block[1];
        double sumL = 0;
        double sumR = 0;
        double ll = 0;
        double rr = 0;
        double lr = 0;
        double ss = 0;
        float highest = peak;
        for (int i = 0; i < count; i++) {
            double a = l[i];
            double b = r[i];
            double s = a - b;
            sumL += a;
            sumR += b;
            ll += a * a;
            rr += b * b;
            lr += a * b;
            ss += s * s;
            // Comparisons, not Math.max: they nearly always fail, and so cost nothing.
            float x = Math.abs(l[i]);
            float y = Math.abs(r[i]);
            if (x > highest) {
                highest = x;
            }
            if (y > highest) {
                highest = y;
            }
        }
        left += sumL;
        right += sumR;
        leftSquares += ll;
        rightSquares += rr;
        products += lr;
        sideSquares += ss;
        peak = highest;
        frames += count;
    }

    long frames() {
        return frames;
    }

    /** The largest sample of both channels. */
    double peak() {
        return peak;
    }

    /** Mean square of both channels. */
    double meanSquare() {
        return frames == 0 ? 0 : (leftSquares + rightSquares) / (2.0 * frames);
    }

    /** Mean square of (L − R) / 2, summed on its own: as a difference of large sums it would not reach 0. */
    double sideMeanSquare() {
        return frames == 0 ? 0 : sideSquares / (4.0 * frames);
    }

    /** Mean square of (L + R) / 2. */
    double midMeanSquare() {
        return Math.max(0, meanSquare() - sideMeanSquare());
    }

    /** Correlation of left and right without taking the means away, −1 to 1; 0 if a channel is silent. */
    double correlation() {
        double norm = Math.sqrt(leftSquares) * Math.sqrt(rightSquares);
        return norm > 0 ? Math.max(-1, Math.min(1, products / norm)) : 0;
    }

    /** Mean of the left channel. */
    double leftMean() {
        return frames == 0 ? 0 : left / frames;
    }

    /** Mean of the right channel. */
    double rightMean() {
        return frames == 0 ? 0 : right / frames;
    }
}
