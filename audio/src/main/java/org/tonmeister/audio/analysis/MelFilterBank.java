package org.tonmeister.audio.analysis;

/**
 * Triangular filters on Slaney's mel scale (M. Slaney, "Auditory Toolbox", Interval Research TR 1998-010): linear below
 * 1 kHz, at 3 mels in 200 Hz, logarithmic above, 27 mels for a factor of 6.4. The triangles are linear in Hz and overlap
 * by half.
 *
 * <p>Normalisation: each triangle's top is 1 (torchaudio's {@code norm=None}), so a band reads the power inside it. The
 * bands' places depend on the frequencies alone, not on the sample rate: a band above Nyquist is there and empty.
 */
public final class MelFilterBank {
    private static final double LINEAR_HZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_HZ = 1000;
    private static final double BREAK_MEL = BREAK_HZ / LINEAR_HZ_PER_MEL;
    private static final double LOG_STEP = StrictMath.log(6.4) / 27;

    private final BandWeights weights;

    /**
     * @param sampleRate frames per second
     * @param fftFrames length of the transform whose power spectra are filtered
     * @param melBins number of bands
     * @param lowestHz lower end of the first band
     * @param highestHz upper end of the last band; it may lie above Nyquist
     */
    public MelFilterBank(double sampleRate, int fftFrames, int melBins, double lowestHz, double highestHz) {
        if (!(sampleRate > 0 && melBins > 0 && lowestHz >= 0 && highestHz > lowestHz)) {
            throw new IllegalArgumentException(
                    "mel bands need a sample rate, a number of bands and a range above 0, not " + sampleRate + " Hz, "
                            + melBins + ", " + lowestHz + " to " + highestHz + " Hz");
        }
        double[] edges = new double[melBins + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(mel(lowestHz) + (mel(highestHz) - mel(lowestHz)) * i / (melBins + 1));
        }
        double binHz = sampleRate / fftFrames;
        weights = new BandWeights(melBins, fftFrames / 2 + 1, (band, bin) -> {
            double rising = (bin * binHz - edges[band]) / (edges[band + 1] - edges[band]);
            double falling = (edges[band + 2] - bin * binHz) / (edges[band + 2] - edges[band + 1]);
            return Math.min(rising, falling);
        });
    }

    /** Number of bands. */
    public int melBins() {
        return weights.bands();
    }

    /**
     * Sums a power spectrum into bands.
     *
     * @param power {@code [fftFrames / 2 + 1]}
     * @param mel receives {@code [melBins]}
     */
    public void apply(float[] power, float[] mel) {
        weights.apply(power, mel);
    }

    static double mel(double hertz) {
        return hertz < BREAK_HZ ? hertz / LINEAR_HZ_PER_MEL : BREAK_MEL + StrictMath.log(hertz / BREAK_HZ) / LOG_STEP;
    }

    static double hertz(double mel) {
        return mel < BREAK_MEL ? mel * LINEAR_HZ_PER_MEL : BREAK_HZ * StrictMath.exp(LOG_STEP * (mel - BREAK_MEL));
    }
}
