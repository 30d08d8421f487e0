package org.tonmeister.audio.dsp;

import java.util.Arrays;
import java.util.List;
import org.tonmeister.audio.filter.BiquadCoefficients;

/**
 * The four bands of {@link EqBand} in series; a band at neutral is left out. The equaliser of the opposite gains is its
 * inverse.
 */
public final class Equaliser implements Stage {
    private final boolean neutral;
    private final StereoCascade bands;

    public Equaliser(double sampleRate, Parameters parameters) {
        List<BiquadCoefficients> active = Arrays.stream(EqBand.values())
                .filter(band -> !parameters.isNeutral(band.parameter()))
                .map(band -> band.coefficients(sampleRate, parameters.units(band.parameter())))
                .toList();
        neutral = active.isEmpty();
        bands = new StereoCascade(active);
    }

    @Override
    public void process(float[] left, float[] right, int offset, int frames) {
        if (!neutral) {
            bands.process(left, right, offset, frames);
        }
    }

    @Override
    public void settle() {
        bands.settle();
    }
}
