package org.tonmeister.benchmarks.stages;

/**
 * A judge of true peaks that shares nothing with Tonmeister's own: 16 points a sample, each by a sinc of 128 taps under a
 * Hann window, in double precision.
 */
final class Interpolator {
    private static final int POINTS = 16;
    private static final int REACH = 64;
    private static final double CORNER = 0.45;

    private final double[][] kernels = new double[POINTS][];

    Interpolator() {
        for (int p = 0; p < POINTS; p++) {
            kernels[p] = kernel(REACH, REACH - 1 + p / (double) POINTS, 0.5);
        }
    }

    /** In dBTP; the sound stands between silence. */
    double truePeakDb(float[][] sound) {
        double peak = 0;
        for (float[] channel : sound) {
            float[] padded = new float[channel.length + 4 * REACH];
            System.arraycopy(channel, 0, padded, 2 * REACH, channel.length);
            for (double[] kernel : kernels) {
                for (int n = 0; n + kernel.length <= padded.length; n++) {
                    peak = Math.max(peak, Math.abs(dot(kernel, padded, n)));
                }
            }
        }
        return Sound.db(peak);
    }

    /** The sound without what lies above 0.45 of the rate, where converters stop to pass. */
    static float[][] bandLimited(float[][] sound) {
        double[] kernel = kernel(2 * REACH, 2 * REACH - 1, CORNER);
        float[][] passed = new float[2][sound[0].length];
        for (int c = 0; c < 2; c++) {
            float[] padded = new float[sound[c].length + 4 * REACH];
            System.arraycopy(sound[c], 0, padded, 2 * REACH, sound[c].length);
            for (int n = 0; n < passed[c].length; n++) {
                passed[c][n] = (float) dot(kernel, padded, n + 1);
            }
        }
        return passed;
    }

    private static double dot(double[] kernel, float[] samples, int from) {
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            sum += kernel[k] * samples[from + k];
        }
        return sum;
    }

    /** A low-pass at {@code corner} of the rate around {@code centre}, {@code 2·reach} taps, 0 dB at 0 Hz. */
    private static double[] kernel(int reach, double centre, double corner) {
        double[] kernel = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            double t = k - centre;
            double sinc = t == 0 ? 2 * corner : Math.sin(2 * Math.PI * corner * t) / (Math.PI * t);
            kernel[k] = sinc * Math.pow(Math.cos(Math.PI * t / (2 * reach)), 2);
            sum += kernel[k];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }
}
