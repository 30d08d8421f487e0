package org.tonmeister.audio.mixdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class DcOffsetTest {
    private static final TakeSettings NEUTRAL = new TakeSettings(Parameters.neutral(), ChainOptions.defaults());
    private static final TakeSettings LOUDER =
            new TakeSettings(Parameters.neutral().with(Parameter.INPUT_GAIN, 0.6), ChainOptions.defaults());

    @Test
    void isTheMeanOfEachChannel() {
        var meter = new DcOffset.Meter();

        meter.add(new float[][] {{1, 0, 9}, {-1, -2, 9}}, 2);
        meter.add(new float[][] {{0.5f}, {0}}, 1);

        assertThat(meter.result().left()).isCloseTo(0.5, within(1e-12));
        assertThat(meter.result().right()).isCloseTo(-1, within(1e-12));
        assertThat(meter.result().magnitude()).isCloseTo(1, within(1e-12));
    }

    @Test
    void isSubtracted() {
        float[][] block = {{0.5f, 0.25f, 1}, {0, 0, 1}};

        new DcOffset(0.25, -0.5).removeFrom(block, 2);

        assertThat(block[0]).containsExactly(0.25f, 0, 1);
        assertThat(block[1]).containsExactly(0.5f, 0.5f, 1);
    }

    @Test
    void neutralMixesKeepIt() {
        var offset = new DcOffset(0.01, 0);

        assertThat(offset.toRemove(NEUTRAL)).isEqualTo(DcOffset.NONE);
        assertThat(offset.toRemove(LOUDER)).isEqualTo(offset);
        assertThat(offset.toRemove(new TakeSettings(
                        Parameters.neutral(), ChainOptions.defaults().withExtraOutputGainDb(3))))
                .isEqualTo(offset);
    }

    @Test
    void whatNoGainMakesMatterIsKept() {
        assertThat(new DcOffset(1e-5, -1e-5).toRemove(LOUDER)).isEqualTo(DcOffset.NONE);
    }

    @Test
    void nothingHasNone() {
        assertThat(new DcOffset.Meter().result()).isEqualTo(DcOffset.NONE);
    }
}
