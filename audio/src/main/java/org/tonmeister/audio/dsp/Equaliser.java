package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.List;

/**
 * The four bands of {@link EqBand} in series; a band at neutral is left out. The equaliser of the opposite gains is its
 * inverse.
 */
public final class Equaliser implements Stage {
    private final List<StereoBiquad> bands;

    public Equaliser(double sampleRate, Parameters parameters) {
        bands = Arrays.stream(EqBand.values())
                .filter(band -> !parameters.isNeutral(band.parameter()))
                .map(band -> new StereoBiquad(band.coefficients(sampleRate, parameters.units(band.parameter()))))
                .toList();
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        for (StereoBiquad band : bands) {
            band.process(left, right, offset, frames);
        }
    }

    @Override
    public void settle() {
        bands.forEach(StereoBiquad::settle);
    }
}
