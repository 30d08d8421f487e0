package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.tonmeister.audio.filter.AtMasteringRates;

/**
 * A source without direct current gives a mix without it. Only a gain that moves with the wave can make some: linear
 * stages give back none where none goes in, but compressor and limiter turn the high side of an uneven wave down more
 * than the low one.
 */
class DirectCurrentTest {
    /** The mean of so short a piece is still a matter of chance; {@link DirectCurrentIT} takes longer ones. */
    @AtMasteringRates
    void anyMixOfMusicWithoutDirectCurrentHasHardlyAny(int rate) {
        var random = new SplittableRandom(rate);
        for (int mix = 0; mix < 3; mix++) {
            Parameters parameters =
                    Parameters.of(random.doubles(Parameters.COUNT).toArray());

            float[][] out = Music.mixed(rate, parameters, Music.notes(rate, mix, 8));

            assertThat(Music.meanDb(out)).as("%s", parameters).isLessThan(-50);
        }
    }

    /** The worst case: every period of a held low note has its peaks on the same side. */
    @AtMasteringRates
    void evenAHeldUnevenBassNoteGivesLittle(int rate) {
        float[][] pulses = Music.withoutMean(Signals.stereo(
                4 * rate, i -> pulse(2 * Math.PI * 50 * i / rate), i -> pulse(2 * Math.PI * 50 * i / rate)));
        Parameters squeezed = Parameters.neutral().with(Parameter.INPUT_GAIN, 1).with(Parameter.COMPRESSION, 0.5);

        assertThat(Music.meanDb(Render.through(rate, squeezed, ChainOptions.defaults(), pulses)))
                .isLessThan(-50);
        assertThat(Music.meanDb(Render.through(
                        rate, Parameters.neutral(), ChainOptions.defaults().withExtraOutputGainDb(12), pulses)))
                .isLessThan(-50);
    }

    @AtMasteringRates
    void linearStagesMakeNone(int rate) {
        float[][] music = Music.notes(rate, 1, 8);
        Parameters linear = Parameters.of(0.5, 0, 1, 0.2, 1, 0, 0, 0, 0.9, 0.5);

        float[][] out = Render.through(rate, linear, ChainOptions.defaults().withoutLimiter(), music);

        assertThat(Music.meanDb(out)).isLessThan(-75);
    }

    private static double pulse(double phase) {
        double sum = 0;
        for (int k = 1; k <= 8; k++) {
            sum += 0.25 / k * Math.cos(k * phase);
        }
        return sum;
    }
}
