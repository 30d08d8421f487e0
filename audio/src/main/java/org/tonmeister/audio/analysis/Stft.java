package org.tonmeister.audio.analysis;

/**
 * The short-time Fourier transform of a real signal, as power |X|² without any scaling, behind a periodic Hann window.
 * Frames are not centred: spectrum t reads the samples from t · hop on, and all of its frames lie inside the signal. A
 * signal shorter than one frame is padded with zeros to one.
 */
public final class Stft {
    private final int fftFrames;
    private final int hopFrames;
    private final float[] window;
    private final float[] frame;
    private final PowerSpectrum spectrum;

    /**
     * @param fftFrames length of window and transform, a power of two
     * @param hopFrames distance between two spectra
     */
    public Stft(int fftFrames, int hopFrames) {
        if (hopFrames < 1) {
            throw new IllegalArgumentException("a hop must be at least one frame, not " + hopFrames);
        }
        this.fftFrames = fftFrames;
        this.hopFrames = hopFrames;
        spectrum = new PowerSpectrum(fftFrames);
        window = HannWindow.periodic(fftFrames);
        frame = new float[fftFrames];
    }

    /** Values of one spectrum: 0 Hz to Nyquist, both included. */
    public int bins() {
        return spectrum.bins();
    }

    /** Spectra of a signal of {@code frames} frames, at least 1. */
    public int spectra(int frames) {
        return 1 + Math.max(0, frames - fftFrames) / hopFrames;
    }

    /**
     * Computes one spectrum.
     *
     * @param signal {@code [frames]}
     * @param frames how many of them are valid
     * @param index which spectrum, below {@link #spectra}
     * @param power receives {@code [bins]}
     */
    public void power(float[] signal, int frames, int index, float[] power) {
        int start = index * hopFrames;
        int count = Math.min(fftFrames, frames - start);
        for (int i = 0; i < count; i++) {
            frame[i] = window[i] * signal[start + i];
        }
        for (int i = count; i < fftFrames; i++) {
            frame[i] = 0;
        }
        spectrum.of(frame, power);
    }

    /** Turns {@link #power} into mean square: summed over the bins, |X|² times this is the windowed frame's power. */
    double meanSquareScale() {
        double sum = 0;
        for (float w : window) {
            sum += (double) w * w;
        }
        return 2 / (fftFrames * sum);
    }
}
