package org.tonmeister.training.sends;

import org.jtransforms.fft.FloatFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The Fourier transform of {@value #FRAMES} real frames, 11.9 s at 44.1 kHz: a window of 5 s and the longest room before
 * it. Spectra are as JTransforms packs them: the real parts at 0 Hz and Nyquist, then pairs (re, im).
 */
final class Transform {
    static final int FRAMES = 1 << 19;

    private final FloatFFT_1D fft;

    Transform() {
        // One thread whatever the machine, so that the order of additions is the same; the pool is used otherwise.
        ConcurrencyUtils.setNumberOfThreads(1);
        fft = new FloatFFT_1D(FRAMES);
    }

    /** In place. */
    void forward(float[] samples) {
        fft.realForward(samples);
    }

    /** In place; undoes {@link #forward}. */
    void inverse(float[] spectrum) {
        fft.realInverse(spectrum, true);
    }

    /** The spectrum of a shorter signal. */
    float[] spectrum(float[] samples) {
        if (samples.length > FRAMES) {
            throw new IllegalArgumentException("a response of " + samples.length + " frames is too long");
        }
        float[] spectrum = new float[FRAMES];
        System.arraycopy(samples, 0, spectrum, 0, samples.length);
        forward(spectrum);
        return spectrum;
    }

    /** Adds the product of two spectra, times a factor, to a third. */
    static void addProduct(float[] a, float[] b, float factor, float[] sum) {
        sum[0] += factor * a[0] * b[0];
        sum[1] += factor * a[1] * b[1];
        for (int i = 2; i < FRAMES; i += 2) {
            float re = a[i] * b[i] - a[i + 1] * b[i + 1];
            float im = a[i] * b[i + 1] + a[i + 1] * b[i];
            sum[i] += factor * re;
            sum[i + 1] += factor * im;
        }
    }
}
