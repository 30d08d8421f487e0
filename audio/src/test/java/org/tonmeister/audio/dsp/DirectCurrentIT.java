package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.tonmeister.audio.filter.AtMasteringRates;

/** {@link DirectCurrentTest} on pieces of a minute. */
class DirectCurrentIT {
    private static final int MIXES = 4;
    private static final int SECONDS = 60;

    @AtMasteringRates
    void anyMixOfMusicWithoutDirectCurrentHasNone(int rate) {
        var random = new SplittableRandom(rate);
        for (int mix = 0; mix < MIXES; mix++) {
            Parameters parameters =
                    Parameters.of(random.doubles(Parameters.COUNT).toArray());

            float[][] out = Music.mixed(rate, parameters, Music.notes(rate, mix, SECONDS));

            assertThat(Music.meanDb(out)).as("%s", parameters).isLessThan(-60);
        }
    }
}
