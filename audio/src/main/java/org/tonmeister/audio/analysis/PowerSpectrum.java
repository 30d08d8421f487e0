package org.tonmeister.audio.analysis;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * |X|² of one real frame, unscaled: a rectangular frame of ones of N frames gives N² at bin 0.
 *
 * <p>Two signals through one complex transform would save nothing here: with JTransforms a complex transform costs as
 * much as two real ones, and each signal would get the other's rounding errors.
 */
final class PowerSpectrum {
    private final int fftFrames;
    private final FloatFFT_1D fft;

    /** @param fftFrames length of the transform, a power of two of at least 4 */
    PowerSpectrum(int fftFrames) {
        if (fftFrames < 4 || Integer.bitCount(fftFrames) != 1) {
            throw new IllegalArgumentException("a spectrum needs a power of two of frames, not " + fftFrames);
        }
        this.fftFrames = fftFrames;
        fft = new FloatFFT_1D(fftFrames);
    }

    int bins() {
        return fftFrames / 2 + 1;
    }

    /**
     * @param frame {@code [fftFrames]}, windowed; overwritten
     * @param power receives {@code [bins]}
     */
    void of(float[] frame, float[] power) {
        fft.realForward(frame);
        int half = fftFrames / 2;
        power[0] = frame[0] * frame[0];
        power[half] = frame[1] * frame[1];
        for (int k = 1; k < half; k++) {
            float re = frame[2 * k];
            float im = frame[2 * k + 1];
            power[k] = re * re + im * im;
        }
    }
}
