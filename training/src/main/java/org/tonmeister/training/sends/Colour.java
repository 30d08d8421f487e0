package org.tonmeister.training.sends;

import java.util.Random;
import org.tonmeister.audio.dsp.EqBand;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The tone and the level of an example: drawn, so that neither tells a model what kind of music it hears.
 *
 * @param tone gains of the four bands, all else neutral
 * @param levelDb relative to the work level
 */
record Colour(Parameters tone, double levelDb) {
    private static final double MOST_TONE_DB = 2;
    private static final double MOST_LEVEL_DB = 6;

    static Colour draw(Random random) {
        Parameters tone = Parameters.neutral();
        for (EqBand band : EqBand.values()) {
            double gainDb = Draw.uniform(random, -MOST_TONE_DB, MOST_TONE_DB);
            tone = tone.with(band.parameter(), band.parameter().fromUnits(gainDb));
        }
        return new Colour(tone, Draw.uniform(random, -MOST_LEVEL_DB, MOST_LEVEL_DB));
    }
}
