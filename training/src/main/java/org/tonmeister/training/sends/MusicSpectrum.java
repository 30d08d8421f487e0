package org.tonmeister.training.sends;

import org.tonmeister.audio.filter.KWeighting;

/**
 * The K-weighted power spectrum of a whole track, and of what its sides share. By Parseval's theorem it gives the loudness
 * of any response to the track without rendering it.
 */
final class MusicSpectrum {
    private static final int BINS = Transform.FRAMES / 2;

    private final Transform transform;
    private final double[] left = new double[BINS];
    private final double[] right = new double[BINS];
    /** Re(L·R*). */
    private final double[] shared = new double[BINS];

    /**
     * @param samples {@code [2][frames]}
     * @param sampleRate frames per second
     */
    MusicSpectrum(float[][] samples, int sampleRate, Transform transform) {
        this.transform = transform;
        float[] window = sine();
        float[][] part = new float[2][Transform.FRAMES];
        // Squares of the sine windows add up to one, so every sample counts alike.
        for (int start = -Transform.FRAMES / 2; start < samples[0].length; start += Transform.FRAMES / 2) {
            for (int side = 0; side < 2; side++) {
                windowed(samples[side], start, window, part[side]);
                transform.forward(part[side]);
            }
            add(part[0], part[1]);
        }
        weight(sampleRate);
    }

    private static float[] sine() {
        float[] window = new float[Transform.FRAMES];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) StrictMath.sin(Math.PI * (i + 0.5) / window.length);
        }
        return window;
    }

    private static void windowed(float[] samples, int start, float[] window, float[] out) {
        for (int i = 0; i < out.length; i++) {
            int at = start + i;
            out[i] = at >= 0 && at < samples.length ? window[i] * samples[at] : 0;
        }
    }

    /** 0 Hz and Nyquist are left out: the K-weighting lets nothing of the one pass, and there is nothing at the other. */
    private void add(float[] l, float[] r) {
        for (int bin = 1; bin < BINS; bin++) {
            double lr = l[2 * bin];
            double li = l[2 * bin + 1];
            double rr = r[2 * bin];
            double ri = r[2 * bin + 1];
            left[bin] += lr * lr + li * li;
            right[bin] += rr * rr + ri * ri;
            shared[bin] += lr * rr + li * ri;
        }
    }

    private void weight(int sampleRate) {
        var weighting = new KWeighting(sampleRate);
        float[] response = new float[Transform.FRAMES];
        for (int i = 0; i < response.length; i++) {
            response[i] = (float) weighting.process(i == 0 ? 1 : 0);
        }
        transform.forward(response);
        for (int bin = 1; bin < BINS; bin++) {
            double power = power(response, bin);
            left[bin] *= power;
            right[bin] *= power;
            shared[bin] *= power;
        }
    }

    /** The loudness of a response to the track, relative to the track. */
    double relativeLu(float[][] responseSpectra, double own, double other) {
        double dry = 0;
        double wet = 0;
        for (int bin = 1; bin < BINS; bin++) {
            dry += left[bin] + right[bin];
            double both = 2 * own * other * shared[bin];
            wet += power(responseSpectra[0], bin) * (own * own * left[bin] + other * other * right[bin] + both);
            wet += power(responseSpectra[1], bin) * (own * own * right[bin] + other * other * left[bin] + both);
        }
        return 10 * StrictMath.log10(wet / dry);
    }

    private static double power(float[] spectrum, int bin) {
        double re = spectrum[2 * bin];
        double im = spectrum[2 * bin + 1];
        return re * re + im * im;
    }
}
