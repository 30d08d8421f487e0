package org.tonmeister.predict.analyser;

import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Model;
import org.tonmeister.predict.model.Mono;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * The model without learning. It brings the level to where it belongs, always; of tone, dynamics and width it corrects
 * what lies outside the spread of finished masters, by the excess only, and leaves the rest as it is: most of what
 * distinguishes two records is intended. It never adds reverb or delay.
 */
public final class Analyser implements Model<SpectrogramWindow> {
    /** Its name. */
    public static final String NAME = "analyser";

    private static final String VERSION = "1";
    private static final double MASTER_LUFS = -14;
    /** The most that tone and width are changed by. */
    private static final double LARGEST_CORRECTION_DB = 6;
    /**
     * How much a compression of 1 reduces {@link MasterFeatures#dynamicsDb}: what its inverse added to 89 windows of the
     * training split was, in the median, 7 dB per unit at 0.25 and 0.5, and 6 at 1.
     */
    private static final double DYNAMICS_DB_PER_COMPRESSION = 7;

    private static final double LARGEST_COMPRESSION = 0.6;

    private final MasterStatistics masters;
    private final EqFit eqFit;

    /** An analyser that compares with {@code masters}. */
    public Analyser(MasterStatistics masters) {
        this.masters = masters;
        this.eqFit = new EqFit(masters.balanceDb());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return VERSION + "+" + masters.version();
    }

    @Override
    public Estimate predict(SpectrogramWindow window) {
        double weight = WindowWeight.of(window.getStatistics());
        if (weight == 0) {
            return Estimate.SILENCE;
        }
        var powers = MelPowers.of(window);
        var features = MasterFeatures.of(powers, window.getStatistics());
        double loudness = window.getStatistics().getLoudnessLufs();

        var levelled = decibels(Parameters.neutral(), Parameter.INPUT_GAIN, WindowWeight.WORK_LEVEL_LUFS - loudness);
        var toned = equalise(levelled, features);
        var widened = Mono.is(window.getStatistics()) ? toned : widen(toned, features);
        var compressed = widened.with(Parameter.COMPRESSION, compression(features));
        // The compressor's make-up keeps the loudness, so only these three change it.
        double mixed = loudness + levelled.units(Parameter.INPUT_GAIN) + LoudnessChange.db(powers, widened);
        return new Estimate(decibels(compressed, Parameter.OUTPUT_LEVEL, MASTER_LUFS - mixed), weight);
    }

    private Parameters equalise(Parameters parameters, MasterFeatures features) {
        var gainsDb = eqFit.gainsDb(features.balanceDb());
        var toned = parameters;
        for (EqBand band : EqBand.values()) {
            var own = masters.eqGainsDb().get(band.parameter().jsonName());
            toned = decibels(toned, band.parameter(), limited(own.excess(gainsDb.get(band))));
        }
        return toned;
    }

    private Parameters widen(Parameters parameters, MasterFeatures features) {
        double excess = masters.sideToMidDb().excess(features.sideToMidDb());
        return decibels(parameters, Parameter.WIDTH, limited(-excess));
    }

    private double compression(MasterFeatures features) {
        double excess = masters.dynamicsDb().excess(features.dynamicsDb());
        return Math.max(0, Math.min(LARGEST_COMPRESSION, excess / DYNAMICS_DB_PER_COMPRESSION));
    }

    private static double limited(double gainDb) {
        return Math.max(-LARGEST_CORRECTION_DB, Math.min(LARGEST_CORRECTION_DB, gainDb));
    }

    /** Sets a parameter that is in dB, as far as its range goes. */
    private static Parameters decibels(Parameters parameters, Parameter parameter, double gainDb) {
        double inRange = Math.max(parameter.minUnits(), Math.min(parameter.maxUnits(), gainDb));
        return parameters.with(parameter, parameter.fromUnits(inRange));
    }
}
