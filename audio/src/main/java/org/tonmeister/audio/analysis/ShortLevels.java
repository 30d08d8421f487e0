package org.tonmeister.audio.analysis;

import java.util.Arrays;

/** The power and peak of each 10 ms of a window, and the sums over all of it, in one pass. */
final class ShortLevels {
    private static final int PIECES_PER_SECOND = 100;

    private final int frames;
    private final int pieces;
    /** A value for each piece, then one for the rest behind the last whole piece. */
    private final double[] powers;

    private final double[] peaks;
    private double left;
    private double right;
    private double product;

    /** Cuts the window into whole pieces; one shorter than 10 ms is a piece of its own. */
    ShortLevels(float[][] stereo, int frames, double sampleRate) {
        this.frames = frames;
        pieces = Math.max(1, (int) ((double) PIECES_PER_SECOND * frames / sampleRate));
        powers = new double[pieces + 1];
        peaks = new double[pieces + 1];
        int start = 0;
        for (int piece = 0; piece <= pieces; piece++) {
            int end = (int) Math.min(frames, Math.round((piece + 1) * sampleRate / PIECES_PER_SECOND));
            measure(stereo[0], stereo[1], start, piece < pieces ? end : frames, piece);
            start = end;
        }
    }

    private void measure(float[] l, float[] r, int start, int end, int piece) {
        double ll = 0;
        double rr = 0;
        double lr = 0;
        float peak = 0;
        for (int i = start; i < end; i++) {
            double a = l[i];
            double b = r[i];
            ll += a * a;
            rr += b * b;
            lr += a * b;
            // Comparisons, not Math.max: they nearly always fail, and so cost nothing.
            float x = Math.abs(l[i]);
            float y = Math.abs(r[i]);
            if (x > peak) {
                peak = x;
            }
            if (y > peak) {
                peak = y;
            }
        }
        left += ll;
        right += rr;
        product += lr;
        powers[piece] = (ll + rr) / (2.0 * Math.max(1, end - start));
        peaks[piece] = peak;
    }

    /** The level of each piece, both channels together, in dBFS. */
    double[] levelsDbfs() {
        return Arrays.stream(powers, 0, pieces).map(Level::ofPower).toArray();
    }

    /** Peak over level of each piece, in dB. */
    double[] crestsDb() {
        double[] crests = new double[pieces];
        Arrays.setAll(crests, i -> Level.ofPeak(peaks[i]) - Level.ofPower(powers[i]));
        return crests;
    }

    /** The level of the pieces' mean power, in dBFS. */
    double meanLevelDbfs() {
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            sum += powers[piece];
        }
        return Level.ofPower(sum / pieces);
    }

    /** Mean square of both channels over the whole window. */
    double meanSquare() {
        return (left + right) / (2.0 * Math.max(1, frames));
    }

    /** Mean square of (L + R) / 2. */
    double midMeanSquare() {
        return (left + right + 2 * product) / (4.0 * Math.max(1, frames));
    }

    /** Mean square of (L − R) / 2. */
    double sideMeanSquare() {
        return (left + right - 2 * product) / (4.0 * Math.max(1, frames));
    }

    /** Correlation of left and right without taking the means away, −1 to 1; 0 if a channel is silent. */
    double correlation() {
        double norm = Math.sqrt(left) * Math.sqrt(right);
        return norm > 0 ? Math.max(-1, Math.min(1, product / norm)) : 0;
    }

    double peak() {
        return Arrays.stream(peaks).max().orElse(0);
    }
}
