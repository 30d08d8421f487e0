package org.tonmeister.audio.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the spectrum.
 *
 * @param name for people: {@code 31.5}, {@code 1k}, {@code Low EQ} …
 * @param lowHz its lower edge, 0 or more
 * @param highHz its upper edge, above {@code lowHz}
 */
public record FrequencyBand(String name, double lowHz, double highHz) {
    /** Nominal names of the third-octave bands from 20 Hz on, IEC 61260-1:2014, annex E. */
    private static final List<String> THIRDS = List.of(
            "20", "25", "31.5", "40", "50", "63", "80", "100", "125", "160", "200", "250", "315", "400", "500", "630",
            "800", "1k", "1.25k", "1.6k", "2k", "2.5k", "3.15k", "4k", "5k", "6.3k", "8k", "10k", "12.5k", "16k",
            "20k");

    /** The index of 20 Hz when 1 kHz is 0. */
    private static final int FIRST_THIRD = -17;

    private static final int FIRST_OCTAVE_THIRD = -15;

    /** A band may lack so much at its upper edge: at 44.1 kHz the one of 20 kHz does. */
    private static final double CUT_OFF = 1.05;

    public FrequencyBand {
        if (!(lowHz >= 0 && highHz > lowHz)) {
            throw new IllegalArgumentException("a band goes up, not from " + lowHz + " to " + highHz + " Hz");
        }
    }

    /**
     * The third-octave bands from 20 Hz to 20 kHz that lie below {@code nyquistHz}; base ten, after IEC 61260-1:2014,
     * section 5: centres 1000 · 10^(n/10) Hz, edges a twentieth of a decade on both sides.
     */
    public static List<FrequencyBand> thirdOctaves(double nyquistHz) {
        return series(FIRST_THIRD, 1, nyquistHz);
    }

    /** The octave bands from 31.5 Hz to 16 kHz that lie below {@code nyquistHz}, after the same standard. */
    public static List<FrequencyBand> octaves(double nyquistHz) {
        return series(FIRST_OCTAVE_THIRD, 3, nyquistHz);
    }

    private static List<FrequencyBand> series(int firstThird, int thirds, double nyquistHz) {
        var bands = new ArrayList<FrequencyBand>();
        for (int n = firstThird; n < FIRST_THIRD + THIRDS.size(); n += thirds) {
            double highHz = at(n + thirds / 2.0);
            if (highHz <= CUT_OFF * nyquistHz) {
                bands.add(new FrequencyBand(THIRDS.get(n - FIRST_THIRD), at(n - thirds / 2.0), highHz));
            }
        }
        return bands;
    }

    private static double at(double third) {
        return 1000 * StrictMath.pow(10, third / 10);
    }
}
