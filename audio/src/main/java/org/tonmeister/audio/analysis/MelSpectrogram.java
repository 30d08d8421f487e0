package org.tonmeister.audio.analysis;

/**
 * The log-mel spectrogram of mid (L+R)/2 and side (L−R)/2. Levels are absolute, whatever the transform's length: a
 * band's level is that of its power, 10·log10, where a full-scale sine has −3 dB. Not for use by several threads.
 */
public final class MelSpectrogram {
    /** The lowest level, which silence has. */
    public static final float FLOOR_DB = -100;

    private static final float FLOOR_POWER = 1e-10f;

    private final Stft stft;
    private final MelFilterBank bank;
    private final float scale;
    private final float[] power;
    private final float[] mel;
    private float[] mid = {};
    private float[] side = {};

    /**
     * @param sampleRate frames per second
     * @param fftFrames length of window and transform, a power of two
     * @param hopFrames distance between two spectra
     * @param melBins number of bands
     * @param lowestHz lower end of the first band
     * @param highestHz upper end of the last band; bands above Nyquist read {@link #FLOOR_DB}
     */
    public MelSpectrogram(
            double sampleRate, int fftFrames, int hopFrames, int melBins, double lowestHz, double highestHz) {
        stft = new Stft(fftFrames, hopFrames);
        bank = new MelFilterBank(sampleRate, fftFrames, melBins, lowestHz, highestHz);
        scale = (float) stft.meanSquareScale();
        power = new float[stft.bins()];
        mel = new float[melBins];
    }

    /** Spectra of {@code frames} frames of audio, as {@link Stft#spectra}. */
    public int spectra(int frames) {
        return stft.spectra(frames);
    }

    /**
     * Computes the spectra of mid and side.
     *
     * @param stereo {@code [2][frames]}
     * @param frames how many of them are valid
     * @return levels in dB, {@code [mid, side][melBins][spectra]}
     */
    public float[][][] levelsDb(float[][] stereo, int frames) {
        if (mid.length < frames) {
            mid = new float[frames];
            side = new float[frames];
        }
        for (int i = 0; i < frames; i++) {
            mid[i] = (stereo[0][i] + stereo[1][i]) * 0.5f;
            side[i] = (stereo[0][i] - stereo[1][i]) * 0.5f;
        }
        return new float[][][] {levelsDb(mid, frames), levelsDb(side, frames)};
    }

    private float[][] levelsDb(float[] signal, int frames) {
        int spectra = stft.spectra(frames);
        float[][] levels = new float[bank.melBins()][spectra];
        for (int t = 0; t < spectra; t++) {
            stft.power(signal, frames, t, power);
            bank.apply(power, mel);
            for (int band = 0; band < mel.length; band++) {
                levels[band][t] = (float) Logarithm.decibels(Math.max(mel[band] * scale, FLOOR_POWER));
            }
        }
        return levels;
    }
}
