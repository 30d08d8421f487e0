package org.tonmeister.audio.mixdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class TakeSettingsTest {
    private final TakeSettings neutral = new TakeSettings(Parameters.neutral(), ChainOptions.defaults());

    @Test
    void gainWithinRangeIsTheOutputLevelsAlone() {
        var settings = neutral.withOutputGainDb(6);

        assertThat(settings.parameters().get(Parameter.OUTPUT_LEVEL)).isCloseTo(0.75, within(1e-12));
        assertThat(settings.chain().extraOutputGainDb()).isZero();
    }

    @Test
    void gainBeyondTheRangeGoesOnTop() {
        var settings = neutral.withOutputGainDb(20);

        assertThat(settings.parameters().get(Parameter.OUTPUT_LEVEL)).isEqualTo(1);
        assertThat(settings.chain().extraOutputGainDb()).isCloseTo(8, within(1e-12));
        assertThat(settings.outputGainDb()).isCloseTo(20, within(1e-12));
    }

    @Test
    void aLoweredCeilingLeavesTheRest() {
        var settings = neutral.withOutputGainDb(20).withCeilingLoweredBy(0.5);

        assertThat(settings.chain().ceilingDbtp()).isEqualTo(-1.5);
        assertThat(settings.outputGainDb()).isCloseTo(20, within(1e-12));
    }
}
