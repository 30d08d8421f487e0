package org.tonmeister.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.tonmeister.audio.filter.AtMasteringRates;

/** The size of the blocks never changes a bit of the mix. */
class BlockIndependenceTest {
    private static final int MIXES = 3;

    @AtMasteringRates
    void anyBlocksGiveTheSameSamples(int rate) {
        var random = new SplittableRandom(rate);
        int frames = rate * 2 / 5;
        for (int mix = 0; mix < MIXES; mix++) {
            // Given any parameters, loud enough for the limiter; silence at the end lets the states decay
            Parameters parameters = Parameters.of(
                            random.doubles(Parameters.COUNT).toArray())
                    .with(Parameter.INPUT_GAIN, 1)
                    .with(Parameter.OUTPUT_LEVEL, 1);
            float[][] signal = Signals.scaled(Signals.programme(rate, mix, frames), 6);
            Arrays.fill(signal[0], frames / 2, frames, 0);
            Arrays.fill(signal[1], frames / 2, frames, 0);

            // When
            MixRenderer whole = renderer(rate, parameters);
            float[][] expected = Render.through(whole, signal, () -> frames);

            // Then
            assertThat(whole.gainReduction().limiterMaxDb())
                    .as("%s", parameters)
                    .isPositive();
            for (IntSupplier sizes : sizes(random)) {
                MixRenderer cut = renderer(rate, parameters);

                assertThat(Render.through(cut, signal, sizes))
                        .as("%s", parameters)
                        .isDeepEqualTo(expected);
                assertThat(cut.gainReduction()).isEqualTo(whole.gainReduction());
            }
        }
    }

    /** Single frames, powers of two, odd numbers, and numbers drawn anew for each block. */
    private static List<IntSupplier> sizes(SplittableRandom random) {
        return List.of(
                () -> 1,
                () -> 64,
                () -> 333,
                () -> 511,
                () -> 4096,
                () -> 4097,
                () -> random.nextInt(1, 3000),
                () -> random.nextInt(1, 40));
    }

    private static MixRenderer renderer(int rate, Parameters parameters) {
        return new MixRenderer(
                new MixChain(rate, parameters, ChainOptions.defaults().withMakeUpDb(3)));
    }
}
