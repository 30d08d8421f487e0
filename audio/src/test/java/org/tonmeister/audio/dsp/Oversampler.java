package org.tonmeister.audio.dsp;

/**
 * A judge of true peaks that shares nothing with the limiter's and the meter's interpolator: 16 points a sample, each by
 * a sinc of 128 taps under a Hann window, in double precision. It is finer and steeper than any meter in use.
 */
final class Oversampler {
    private static final int POINTS = 16;
    private static final int REACH = 64;
    private static final double CORNER = 0.45;

    private final double[][] kernels = new double[POINTS][2 * REACH];

    Oversampler() {
        for (int p = 0; p < POINTS; p++) {
            double sum = 0;
            for (int k = 0; k < 2 * REACH; k++) {
                double t = k - (REACH - 1) - p / (double) POINTS;
                double sinc = t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
                kernels[p][k] = sinc * Math.pow(Math.cos(Math.PI * t / (2 * REACH)), 2);
                sum += kernels[p][k];
            }
            for (int k = 0; k < 2 * REACH; k++) {
                kernels[p][k] /= sum;
            }
        }
    }

    /** Without what lies above 0.45 of the sample rate (19.8 kHz at 44.1 kHz), where converters stop to pass. */
    static float[][] bandLimited(float[][] signal) {
        double[] kernel = new double[4 * REACH + 1];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            double t = k - 2 * REACH;
            double sinc = t == 0 ? 2 * CORNER : Math.sin(2 * Math.PI * CORNER * t) / (Math.PI * t);
            kernel[k] = sinc * Math.pow(Math.cos(Math.PI * t / (4 * REACH)), 2);
            sum += kernel[k];
        }
        float[][] passed = new float[2][signal[0].length];
        for (int c = 0; c < 2; c++) {
            for (int n = 0; n < passed[c].length; n++) {
                double y = 0;
                for (int k = 0; k < kernel.length; k++) {
                    int at = n + 2 * REACH - k;
                    y += at < 0 || at >= passed[c].length ? 0 : kernel[k] * signal[c][at];
                }
                passed[c][n] = (float) (y / sum);
            }
        }
        return passed;
    }

    /** The largest magnitude between the samples of both channels in dBTP; the signal stands between silence. */
    double truePeakDb(float[][] signal) {
        return Decibels.ofAmplitude(Math.max(peak(signal[0]), peak(signal[1])));
    }

    private double peak(float[] channel) {
        double[] padded = new double[channel.length + 4 * REACH];
        for (int i = 0; i < channel.length; i++) {
            padded[2 * REACH + i] = channel[i];
        }
        double peak = 0;
        for (int n = 0; n + 2 * REACH <= padded.length; n++) {
            for (double[] kernel : kernels) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * padded[n + k];
                }
                peak = Math.max(peak, Math.abs(sum));
            }
        }
        return peak;
    }
}
