package org.tonmeister.training.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

class EnsembleFitTest {
    private static Example example(Parameters truth, Set<Parameter> known) {
        return new Example("package/song", "a12-0000", Protocol.A12, "masters", truth, known);
    }

    private static Parameters all(double value) {
        Parameters parameters = Parameters.neutral();
        for (Parameter p : Parameter.values()) {
            parameters = parameters.with(p, value);
        }
        return parameters;
    }

    @Test
    void eachParameter_trustsTheMemberThatKnowsIt_fromExamplesThatKnowIt() {
        // Given a member that hears all but the reverb, and one that hears nothing else
        var random = new Random(1);
        var answered = new ArrayList<EnsembleFit.Answered>();
        for (int i = 0; i < 50; i++) {
            double value = random.nextDouble();
            boolean sends = i % 2 == 0;
            var known = sends ? EnumSet.of(Parameter.REVERB) : EnumSet.complementOf(EnumSet.of(Parameter.REVERB));
            var noReverb = all(value).with(Parameter.REVERB, random.nextDouble());
            var onlyReverb = all(random.nextDouble()).with(Parameter.REVERB, value);
            answered.add(
                    new EnsembleFit.Answered(example(all(value), known), Map.of("tone", noReverb, "room", onlyReverb)));
        }

        // When
        var weights = EnsembleFit.fit(List.of("tone", "room"), answered, "test");

        // Then
        assertThat(weights.version()).isEqualTo("test");
        assertThat(weights.weights().get("tone"))
                .containsEntry("inputGain", 1.0)
                .containsEntry("reverb", 0.0);
        assertThat(weights.weights().get("room"))
                .containsEntry("inputGain", 0.0)
                .containsEntry("reverb", 1.0);
    }
}
