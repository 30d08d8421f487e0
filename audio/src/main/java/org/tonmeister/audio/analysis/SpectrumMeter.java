package org.tonmeister.audio.analysis;

/**
 * Averages the spectra of mid and side over a track: P. D. Welch, "The use of fast Fourier transform for the estimation
 * of power spectra", IEEE Trans. Audio and Electroacoustics 15(2) 1967, 70–73, with Hann windows that overlap by half.
 * The windows are a third to two thirds of a second long, so that a third-octave at 30 Hz has bins of its own. What
 * does not fill a window at the end is left out, unless there is no more than that.
 */
final class SpectrumMeter {
    private static final int WINDOWS_PER_SECOND = 3;

    private final double binHz;
    private final int fftFrames;
    private final Stft stft;
    private final float[] mid;
    private final float[] side;
    private final float[] power;
    private final double[] midSums;
    private final double[] sideSums;
    private long windows;
    private int filled;

    SpectrumMeter(double sampleRate) {
        fftFrames = windowFrames(sampleRate);
        binHz = sampleRate / fftFrames;
        stft = new Stft(fftFrames, fftFrames);
        mid = new float[fftFrames];
        side = new float[fftFrames];
        power = new float[stft.bins()];
        midSums = new double[stft.bins()];
        sideSums = new double[stft.bins()];
    }

    /** The power of two from a third of a second on. */
    private static int windowFrames(double sampleRate) {
        return Integer.highestOneBit((int) Math.ceil(sampleRate / WINDOWS_PER_SECOND) - 1) << 1;
    }

    void add(float[][] block, int count) {
        float[] left = block[0];
        float[] right = block[1];
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, fftFrames - filled);
            for (int i = 0; i < part; i++) {
                mid[filled + i] = 0.5f * (left[done + i] + right[done + i]);
                side[filled + i] = 0.5f * (left[done + i] - right[done + i]);
            }
            filled += part;
            done += part;
            if (filled == fftFrames) {
                finishWindow();
            }
        }
    }

    /** The average of all that was added. Nothing may be added afterwards. */
    AverageSpectrum finish() {
        double scale = stft.meanSquareScale();
        if (windows == 0 && filled > 0) {
            // A single window that is partly empty: as loud as if it were full.
            scale *= (double) fftFrames / filled;
            finishWindow();
        }
        return new AverageSpectrum(binHz, mean(midSums, scale), mean(sideSums, scale));
    }

    private void finishWindow() {
        addPower(mid, midSums);
        addPower(side, sideSums);
        windows++;
        int half = fftFrames / 2;
        System.arraycopy(mid, half, mid, 0, half);
        System.arraycopy(side, half, side, 0, half);
        filled = half;
    }

    private void addPower(float[] signal, double[] sums) {
        stft.power(signal, filled, 0, power);
        for (int bin = 0; bin < power.length; bin++) {
            sums[bin] += power[bin];
        }
    }

    private double[] mean(double[] sums, double scale) {
        double[] means = new double[sums.length];
        for (int bin = 0; bin < sums.length; bin++) {
            // The scale is that of a bin that stands for its mirror image too; the two ends have none.
            boolean single = bin == 0 || bin == sums.length - 1;
            means[bin] = windows == 0 ? 0 : sums[bin] * (single ? scale / 2 : scale) / windows;
        }
        return means;
    }
}
