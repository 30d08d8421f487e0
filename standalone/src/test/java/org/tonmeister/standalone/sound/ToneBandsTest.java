package org.tonmeister.standalone.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.analysis.FrequencyBand;
import org.tonmeister.audio.dsp.EqBand;

class ToneBandsTest {
    @Test
    void eachBand_holdsItsEqualisersCorner_andTheyMeet() {
        var bands = ToneBands.below(22_050);

        assertThat(bands).extracting(FrequencyBand::name).containsExactly("Low EQ", "Mid EQ", "High EQ", "Presence");
        List<EqBand> equaliser = List.of(EqBand.LOW, EqBand.MID, EqBand.HIGH, EqBand.PRESENCE);
        for (int i = 0; i < bands.size(); i++) {
            assertThat(equaliser.get(i).cornerHz())
                    .isBetween(bands.get(i).lowHz(), bands.get(i).highHz());
            assertThat(bands.get(i).lowHz())
                    .isEqualTo(i == 0 ? 10 : bands.get(i - 1).highHz());
        }
        assertThat(bands.get(3).highHz()).isEqualTo(22_050);
    }

    @Test
    void bandsAboveNyquist_areLeftOut() {
        assertThat(ToneBands.below(4000)).hasSize(3);
        assertThat(ToneBands.below(4000).get(2).highHz()).isEqualTo(4000);
    }
}
