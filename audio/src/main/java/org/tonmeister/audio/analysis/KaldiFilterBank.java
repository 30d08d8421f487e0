package org.tonmeister.audio.analysis;

/**
 * Kaldi's log-mel filter bank with the settings of the Audio Spectrogram Transformer (Y. Gong, Y.-A. Chung, J. Glass,
 * Interspeech 2021): 128 bands from 20 Hz to 8 kHz, frames of 25 ms every 10 ms. Per frame: take away the mean,
 * pre-emphasise by 0.97, apply a symmetric Hann window, transform 512 points, filter the power, take the natural
 * logarithm, floored. No dither, and only frames that lie inside the signal. Equal to {@code
 * torchaudio.compliance.kaldi.fbank} with {@code window_type="hanning", num_mel_bins=128}. Not for use by several
 * threads.
 */
public final class KaldiFilterBank {
    public static final int SAMPLE_RATE = 16_000;
    public static final int MEL_BINS = 128;

    private static final int FRAME = SAMPLE_RATE * 25 / 1000;
    private static final int HOP = SAMPLE_RATE / 100;
    private static final int FFT = 512;
    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = SAMPLE_RATE / 2.0;
    private static final double PRE_EMPHASIS = 0.97;
    /** The single-precision epsilon, as torch has it. */
    private static final float FLOOR = 1.1920929e-7f;

    private final PowerSpectrum spectrum = new PowerSpectrum(FFT);
    private final BandWeights weights = weights(spectrum.bins());
    private final float[] window = HannWindow.symmetric(FRAME);
    private final float[] frame = new float[FFT];
    private final float[] power = new float[spectrum.bins()];

    /** Frames of a signal of {@code samples} samples; 0 if it is shorter than one. */
    public static int frames(int samples) {
        return samples < FRAME ? 0 : 1 + (samples - FRAME) / HOP;
    }

    /**
     * Computes all frames of a signal.
     *
     * @param mono 16 kHz, full scale ±1
     * @param samples how many of them are valid
     * @return natural logarithm of the bands' energies, {@code [frames][MEL_BINS]}
     */
    public float[][] logEnergies(float[] mono, int samples) {
        float[][] energies = new float[frames(samples)][MEL_BINS];
        for (int t = 0; t < energies.length; t++) {
            prepare(mono, t * HOP);
            spectrum.of(frame, power);
            weights.apply(power, energies[t]);
            for (int band = 0; band < MEL_BINS; band++) {
                energies[t][band] = (float) Logarithm.ln(Math.max(energies[t][band], FLOOR));
            }
        }
        return energies;
    }

    private void prepare(float[] mono, int start) {
        double sum = 0;
        for (int i = 0; i < FRAME; i++) {
            sum += mono[start + i];
        }
        double mean = sum / FRAME;
        // Kaldi takes the sample before the first to be equal to the first.
        double before = mono[start] - mean;
        for (int i = 0; i < FRAME; i++) {
            double x = mono[start + i] - mean;
            frame[i] = (float) ((x - PRE_EMPHASIS * before) * window[i]);
            before = x;
        }
        for (int i = FRAME; i < FFT; i++) {
            frame[i] = 0;
        }
    }

    /** Unlike {@link MelFilterBank}'s, Kaldi's triangles are linear in mel, and Nyquist belongs to none. */
    private static BandWeights weights(int bins) {
        double lowest = mel(LOWEST_HZ);
        double step = (mel(HIGHEST_HZ) - lowest) / (MEL_BINS + 1);
        return new BandWeights(MEL_BINS, bins, (band, bin) -> {
            double position = (mel(bin * (double) SAMPLE_RATE / FFT) - lowest) / step - band;
            return bin == bins - 1 ? 0 : Math.min(position, 2 - position);
        });
    }

    private static double mel(double hertz) {
        return 1127 * StrictMath.log(1 + hertz / 700);
    }
}
