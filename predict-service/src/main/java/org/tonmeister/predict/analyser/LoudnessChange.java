package org.tonmeister.predict.analyser;

import java.util.Arrays;
import java.util.List;
import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.filter.BiquadCoefficients;

/** How equaliser and width change a window's loudness: its mel powers, K-weighted, before and after. */
final class LoudnessChange {
    private static final double SAMPLE_RATE = 44_100;
    private static final double[] K_WEIGHTS = KWeights.powerGains();

    private LoudnessChange() {}

    /** The change in dB; 0 for silence. */
    static double db(MelPowers powers, Parameters parameters) {
        double sideGain = power(parameters.units(Parameter.WIDTH));
        var equaliser = Arrays.stream(EqBand.values())
                .filter(band -> !parameters.isNeutral(band.parameter()))
                .map(band -> band.coefficients(SAMPLE_RATE, parameters.units(band.parameter())))
                .toList();
        double before = 0;
        double after = 0;
        for (int mel = 0; mel < MelBands.COUNT; mel++) {
            before += K_WEIGHTS[mel] * powers.total(mel);
            after += K_WEIGHTS[mel]
                    * power(equaliserDb(equaliser, MelBands.centreHz(mel)))
                    * (powers.mid(mel) + sideGain * powers.side(mel));
        }
        return before > 0 && after > 0 ? 10 * StrictMath.log10(after / before) : 0;
    }

    private static double equaliserDb(List<BiquadCoefficients> equaliser, double hertz) {
        double sum = 0;
        for (BiquadCoefficients band : equaliser) {
            sum += band.magnitudeDb(SAMPLE_RATE, hertz);
        }
        return sum;
    }

    private static double power(double db) {
        return StrictMath.pow(10, db / 10);
    }
}
