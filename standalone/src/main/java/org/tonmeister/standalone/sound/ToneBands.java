package org.tonmeister.standalone.sound;

import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.analysis.AverageSpectrum;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.dsp.EqBand;

/**
 * The four stretches of the spectrum that the chain's equaliser bands are for. They meet half-way, on a logarithmic axis,
 * between the bands' corners, so that together they are the whole.
 */
public final class ToneBands {
    private ToneBands() {}

    /** Those that lie below {@code nyquistHz}, from low to high, each with its equaliser band's label. */
    public static List<FrequencyBand> below(double nyquistHz) {
        var bands = new ArrayList<FrequencyBand>();
        EqBand[] all = EqBand.values();
        double lowHz = AverageSpectrum.LOWEST_HZ;
        for (int i = 0; i < all.length && lowHz < nyquistHz; i++) {
            double highHz = i + 1 < all.length ? Math.sqrt(all[i].cornerHz() * all[i + 1].cornerHz()) : nyquistHz;
            bands.add(new FrequencyBand(all[i].parameter().label(), lowHz, Math.min(highHz, nyquistHz)));
            lowHz = highHz;
        }
        return bands;
    }
}
