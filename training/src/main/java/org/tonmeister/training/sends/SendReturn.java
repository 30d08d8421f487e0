package org.tonmeister.training.sends;

/**
 * A response made as loud as a full musical send: its return is {@value #FULL_LU} LU relative to the dry sound. That is
 * what engineers leave in a mix as a rule; our chain's own full send is 6 LU louder, so that there is room above it.
 */
final class SendReturn {
    /** Loudness of the return relative to the dry sound. */
    static final double FULL_LU = -12;

    /** Loudness of the return of our chain's p = 1, see {@link org.tonmeister.audio.dsp.Parameter#REVERB}. */
    static final double CHAIN_FULL_LU = -6;

    /** The parameter's value that gives a full musical send, 0.50. */
    static final double FULL_PARAMETER = Draw.amplitude(FULL_LU - CHAIN_FULL_LU);

    private final float[][] spectra;
    private final double own;
    private final double other;
    private final double gain;

    /** @param track by whose spectrum the loudness is set */
    SendReturn(ImpulseResponse response, MusicSpectrum track, Transform transform) {
        spectra = new float[][] {transform.spectrum(response.samples()[0]), transform.spectrum(response.samples()[1])};
        own = response.own();
        other = response.other();
        gain = Draw.amplitude(FULL_LU - track.relativeLu(spectra, own, other));
    }

    /**
     * Adds the return to spectra of a part of the track.
     *
     * @param dry {@code [2][Transform.FRAMES]}
     * @param part 1 for the full musical send
     */
    void addTo(float[][] wet, float[][] dry, double part) {
        for (int side = 0; side < 2; side++) {
            Transform.addProduct(spectra[side], dry[side], (float) (part * gain * own), wet[side]);
            Transform.addProduct(spectra[side], dry[1 - side], (float) (part * gain * other), wet[side]);
        }
    }
}
