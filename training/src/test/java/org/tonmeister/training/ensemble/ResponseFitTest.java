package org.tonmeister.training.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.predict.ensemble.Response;

class ResponseFitTest {
    @Test
    void finds_thresholdAndGain_ofTruthsThatAreHalfNothing() {
        // Given truths of which half are neutral, and means that shrink them by a half and are never quite neutral
        var random = new Random(1);
        double[] truths = new double[400];
        double[] means = new double[400];
        for (int i = 0; i < truths.length; i++) {
            double distance = i % 2 == 0 ? 0 : random.nextDouble() - 0.5;
            truths[i] = 0.5 + distance;
            means[i] = 0.5 + distance / 2 + 0.02 * (random.nextDouble() - 0.5);
        }

        // When
        var fitted = ResponseFit.FINE.of(Parameter.WIDTH, means, truths);

        // Then what is within 0.01 of neutral is next to nothing, and the rest grows to about twice its size
        assertThat(fitted.response().gain()).isCloseTo(2, within(0.3));
        assertThat(fitted.response().threshold()).isBetween(0.0, 0.03);
        assertThat(fitted.cost()).isLessThan(0.02);
    }

    @Test
    void leavesMeansThatAreRight_asTheyAre() {
        double[] values = {0.1, 0.5, 0.9, 0.3};

        assertThat(ResponseFit.FINE.of(Parameter.WIDTH, values, values).response())
                .isEqualTo(Response.NONE);
    }
}
