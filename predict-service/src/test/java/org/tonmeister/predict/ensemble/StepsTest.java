package org.tonmeister.predict.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

class StepsTest {
    @Test
    void settlesOnTheNearestStep() {
        var parameters =
                Parameters.of(0.12345, 0.4567, 0.5004, 0.4996, 0.9999, 0.0001, 0.25049, 0.25051, 0.5016, 0.4984);

        assertThat(Steps.settled(parameters).toArray())
                .containsExactly(0.123, 0.457, 0.5, 0.5, 1, 0, 0.25, 0.251, 0.502, 0.498);
    }

    @Test
    void neutralStaysNeutral_andTheEndsStayTheEnds() {
        var ends = Parameters.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);

        assertThat(Steps.settled(Parameters.neutral())).isEqualTo(Parameters.neutral());
        assertThat(Steps.settled(ends)).isEqualTo(ends);
    }

    @Test
    void inaudibleEffects_areLeftOut() {
        var faint = Parameters.fromMap(
                Map.of("reverb", 0.0094, "delay", 0.0099, "compression", 0.0096, "lowEq", 0.0094, "width", 0.0094));

        var settled = Steps.settled(faint);

        assertThat(settled.get(Parameter.REVERB)).isZero();
        assertThat(settled.get(Parameter.DELAY)).isEqualTo(0.01);
        assertThat(settled.get(Parameter.COMPRESSION)).isEqualTo(0.01);
        assertThat(settled.get(Parameter.LOW_EQ)).isEqualTo(0.009);
        assertThat(settled.get(Parameter.WIDTH)).isEqualTo(0.009);
    }

    @Test
    void whatTheUserGives_staysAsItIs() throws OrderRefusedException {
        var options = TestTrack.strength(0.5, Map.of(), Map.of("reverb", 0.0012345, "lowEq", 0.50001));
        var predicted = Parameters.neutral().with(Parameter.DELAY, 0.0181).with(Parameter.MID_EQ, 0.7777);

        var ordered = MixDirections.apply(options, predicted);

        assertThat(ordered.get(Parameter.REVERB)).isEqualTo(0.0012345);
        assertThat(ordered.get(Parameter.LOW_EQ)).isEqualTo(0.50001);
        assertThat(ordered.get(Parameter.DELAY)).as("half of 0.0181").isZero();
        assertThat(ordered.get(Parameter.MID_EQ)).isEqualTo(0.639);
    }
}
