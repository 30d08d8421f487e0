package org.tonmeister.training.sends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class SendTruthTest {
    @Test
    void truth_isTheRestOfAFullMusicalSend() {
        // When
        Parameters truth = new SendTruth(0.25, 1).parameters();

        // Then: 10^(−6/20) of the chain's full send, times what is missing
        assertThat(truth.get(Parameter.REVERB)).isCloseTo(0.75 * 0.5012, within(1e-4));
        assertThat(truth.get(Parameter.DELAY)).isZero();
        assertThat(truth.with(Parameter.REVERB, 0)).isEqualTo(Parameters.neutral());
    }

    @Test
    void aDryTrack_wantsAFullMusicalSend() {
        assertThat(new SendTruth(0, 0).parameters().get(Parameter.DELAY)).isCloseTo(0.5012, within(1e-4));
    }

    @Test
    void halfOfAllDraws_areWetEnough_andAQuarterDry_whateverTheOtherSend() {
        // When
        var random = new Random(1);
        var draws =
                IntStream.range(0, 4000).mapToObj(i -> SendTruth.draw(random)).toList();

        // Then
        assertThat(draws.stream().filter(d -> d.reverb() == 1).count()).isBetween(1900L, 2100L);
        assertThat(draws.stream().filter(d -> d.delay() == 1).count()).isBetween(1900L, 2100L);
        assertThat(draws.stream().filter(d -> d.reverb() == 0).count()).isBetween(900L, 1100L);
        assertThat(draws.stream().filter(d -> d.delay() == 0).count()).isBetween(900L, 1100L);
        assertThat(draws.stream().filter(d -> d.reverb() == 1 && d.delay() == 1).count())
                .isBetween(900L, 1100L);
        assertThat(draws.stream()
                        .mapToDouble(SendTruth::reverb)
                        .filter(u -> u > 0 && u < 1)
                        .average()
                        .orElseThrow())
                .isCloseTo(0.5, within(0.02));
    }
}
