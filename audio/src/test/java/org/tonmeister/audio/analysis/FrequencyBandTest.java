package org.tonmeister.audio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequencyBandTest {
    @Test
    void thirdOctaves_reachFrom20HzTo20kHz_withoutGaps() {
        var bands = FrequencyBand.thirdOctaves(24_000);

        assertThat(bands).hasSize(31);
        assertThat(bands.get(0).lowHz()).isCloseTo(17.78, within(0.01));
        assertThat(bands.get(30).highHz()).isCloseTo(22_387, within(1.0));
        for (int i = 1; i < bands.size(); i++) {
            assertThat(bands.get(i).lowHz()).isCloseTo(bands.get(i - 1).highHz(), within(1e-9));
        }
    }

    @Test
    void octaves_haveTheirNominalNames() {
        assertThat(FrequencyBand.octaves(24_000))
                .extracting(FrequencyBand::name)
                .containsExactly("31.5", "63", "125", "250", "500", "1k", "2k", "4k", "8k", "16k");
        var kilohertz = FrequencyBand.octaves(24_000).get(5);
        assertThat(kilohertz.lowHz()).isCloseTo(707.9, within(0.1));
        assertThat(kilohertz.highHz()).isCloseTo(1412.5, within(0.1));
    }

    @Test
    void bandsAboveNyquist_areLeftOut() {
        assertThat(FrequencyBand.octaves(4000))
                .extracting(FrequencyBand::name)
                .endsWith("2k")
                .hasSize(7);
    }

    @Test
    void aBandThatGoesDown_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrequencyBand("odd", 100, 50))
                .withMessageContaining("from 100.0 to 50.0 Hz");
    }
}
