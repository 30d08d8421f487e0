package org.tonmeister.benchmarks.mixes;

/**
 * The error of predicting each sample from the {@value #ORDER} before it: what a click detector looks at, because tones
 * and resonances can be predicted and a jump cannot. Coefficients by the autocorrelation method and Levinson's recursion
 * (J. Makhoul, "Linear Prediction: A Tutorial Review", Proc. IEEE 63(4), 1975), anew for each frame.
 */
final class LinearPrediction {
    static final int ORDER = 32;

    /** The power of 16-bit dither: below it nothing is predicted. */
    private static final double NOISE = 1e-9;

    /**
     * White noise correction, −50 dB: bands in which there is next to nothing, such as those above the limit of a lossy
     * source, must not make the rest seem predictable.
     */
    private static final double CORRECTION = 1e-5;

    private LinearPrediction() {}

    /**
     * Predicts one frame.
     *
     * @param samples {@link #ORDER} samples of the past, then the frame
     * @param error the prediction errors of the frame
     */
    static void error(float[] samples, float[] error) {
        int frames = error.length;
        double[] a = coefficients(autocorrelation(samples, frames), frames);
        for (int n = 0; n < frames; n++) {
            double e = samples[ORDER + n];
            for (int k = 1; k <= ORDER; k++) {
                e += a[k] * samples[ORDER + n - k];
            }
            error[n] = (float) e;
        }
    }

    /** Of the frame under a Hann window. */
    private static double[] autocorrelation(float[] samples, int frames) {
        double[] windowed = new double[frames];
        for (int n = 0; n < frames; n++) {
            windowed[n] = samples[ORDER + n] * (0.5 - 0.5 * Math.cos(2 * Math.PI * (n + 0.5) / frames));
        }
        double[] r = new double[ORDER + 1];
        for (int lag = 0; lag <= ORDER; lag++) {
            for (int n = lag; n < frames; n++) {
                r[lag] += windowed[n] * windowed[n - lag];
            }
        }
        return r;
    }

    /** The prediction error filter 1, a1 … aORDER. */
    private static double[] coefficients(double[] r, int frames) {
        double[] a = new double[ORDER + 1];
        a[0] = 1;
        double power = r[0] * (1 + CORRECTION) + NOISE * frames;
        for (int order = 1; order <= ORDER; order++) {
            double sum = r[order];
            for (int k = 1; k < order; k++) {
                sum += a[k] * r[order - k];
            }
            double reflection = -sum / power;
            for (int k = 1; k <= order / 2; k++) {
                double other = a[order - k];
                a[order - k] += reflection * a[k];
                if (k != order - k) {
                    a[k] += reflection * other;
                }
            }
            a[order] = reflection;
            power *= 1 - reflection * reflection;
        }
        return a;
    }
}
