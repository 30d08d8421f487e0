package org.tonmeister.audio.analysis;

/**
 * How far two sounds are apart by their magnitude spectra |X|, over both channels.
 *
 * @param convergence spectral convergence ‖|Y| − |X|‖ / ‖|Y|‖ (Frobenius norms, Y the reference), after S. Ö. Arık, H. Jun
 *     and G. Diamos, "Fast spectrogram inversion using multi-head convolutional neural networks", IEEE Signal Processing
 *     Letters 26(1) 2019, 94–98
 * @param logMagnitude mean of |ln |Y| − ln |X||, from the same paper
 * @param magnitude mean of ||Y| − |X||; unlike the others it depends on the level of both, and on the transforms' lengths
 */
public record SpectralDistance(double convergence, double logMagnitude, double magnitude) {
    /** Spectral convergence plus log magnitude: the usual multi-resolution STFT distance, the same at any level. */
    public double total() {
        return convergence + logMagnitude;
    }

    /**
     * Magnitude plus log magnitude: the distance in the tables of C. J. Steinmetz, N. J. Bryan and J. D. Reiss, "Style
     * transfer of audio effects with differentiable signal processing", JAES 70(9) 2022, 708–721 (DeepAFx-ST).
     */
    public double withoutConvergence() {
        return magnitude + logMagnitude;
    }
}
