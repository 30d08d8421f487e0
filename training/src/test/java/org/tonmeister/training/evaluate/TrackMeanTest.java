package org.tonmeister.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;

class TrackMeanTest {
    @Test
    void loudWindows_countMore() {
        assertThat(gain(TrackMean.of(List.of(estimate(0.2, 1), estimate(0.8, 3)))))
                .isCloseTo(0.65, within(1e-12));
    }

    @Test
    void silentWindows_countNothing_unlessAllAre() {
        assertThat(gain(TrackMean.of(List.of(estimate(0.2, 0), estimate(0.8, 3)))))
                .isCloseTo(0.8, within(1e-12));
        assertThat(gain(TrackMean.of(List.of(estimate(0.2, 0), estimate(0.8, 0)))))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void noWindows_haveNoMean() {
        assertThatThrownBy(() -> TrackMean.of(List.of())).hasMessageContaining("without windows");
    }

    private static Estimate estimate(double inputGain, double weight) {
        return new Estimate(Parameters.neutral().with(Parameter.INPUT_GAIN, inputGain), weight);
    }

    private static double gain(Parameters parameters) {
        return parameters.get(Parameter.INPUT_GAIN);
    }
}
