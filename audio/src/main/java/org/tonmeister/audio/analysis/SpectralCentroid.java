package org.tonmeister.audio.analysis;

/**
 * The spectral centroid Σ f·|X(f)| / Σ |X(f)| of each window of 2048 frames, every 512 frames, Hann, averaged over windows
 * and channels: how bright a sound is, as DeepAFx-ST's evaluation and torchaudio measure it, but without windows that
 * reach over the ends. Silent windows do not count.
 */
public final class SpectralCentroid {
    private static final int FFT_FRAMES = 2048;
    private static final int HOP_FRAMES = 512;
    /** Of −100 dBFS; what is below is rounding. */
    private static final double SILENT_RMS = 1e-5;

    private final Stft stft = new Stft(FFT_FRAMES, HOP_FRAMES);
    private final double scale = stft.meanSquareScale();
    private final float[] power = new float[stft.bins()];

    /**
     * The centroid of a sound in Hz; 0 for silence.
     *
     * @param stereo {@code [2][frames]}, at least one frame
     */
    public double hz(float[][] stereo, double sampleRate) {
        double sum = 0;
        int counted = 0;
        int frames = stereo[0].length;
        for (float[] channel : stereo) {
            for (int spectrum = 0; spectrum < stft.spectra(frames); spectrum++) {
                stft.power(channel, frames, spectrum, power);
                double weighted = 0;
                double magnitudes = 0;
                double powers = 0;
                for (int bin = 0; bin < power.length; bin++) {
                    double magnitude = Math.sqrt(power[bin]);
                    weighted += bin * magnitude;
                    magnitudes += magnitude;
                    powers += power[bin];
                }
                if (powers * scale > SILENT_RMS * SILENT_RMS) {
                    sum += weighted / magnitudes;
                    counted++;
                }
            }
        }
        return counted == 0 ? 0 : sum / counted * sampleRate / FFT_FRAMES;
    }
}
