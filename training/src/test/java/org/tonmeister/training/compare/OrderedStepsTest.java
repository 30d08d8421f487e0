package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.OpenEnsemble;

class OrderedStepsTest {
    @Test
    void settles_asTheServiceDoes() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(Parameters.COUNT)
                    .map(value -> random.nextBoolean() ? value : value / 50)
                    .toArray();
            Parameters parameters = Parameters.of(values);

            assertThat(OrderedSteps.settled(parameters)).isEqualTo(OpenEnsemble.settled(parameters));
        }
    }

    @Test
    void inaudibleEffects_becomeNeutral() {
        var parameters = Parameters.fromMap(Map.of("reverb", 0.0094, "delay", 0.0104, "highEq", 0.50049));

        assertThat(OrderedSteps.settled(parameters)).isEqualTo(Parameters.fromMap(Map.of("delay", 0.01)));
    }
}
