package org.tonmeister.training.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        return new Example("package/song", "0000", Protocol.SENDS, "midi", truth, known);
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

    @Test
    void eachMember_hasAResponse_forAnsweringAlone() {
        // Given a member that says half of what is needed, and one that knows it
        var answered = new ArrayList<EnsembleFit.Answered>();
        for (int i = 0; i <= 20; i++) {
            double value = i / 20.0;
            var shy = all(0.5 + (value - 0.5) / 2);
            answered.add(new EnsembleFit.Answered(
                    new Example(
                            "package/song", "0000", Protocol.SENDS, "midi", all(value), EnumSet.allOf(Parameter.class)),
                    Map.of("shy", shy, "sure", all(value))));
        }

        // When
        var weights = EnsembleFit.fit(List.of("shy", "sure"), answered, "test");

        // Then
        assertThat(weights.alone("shy", all(0.75)).get(Parameter.WIDTH)).isCloseTo(1, within(0.02));
        assertThat(weights.alone("sure", all(0.75)).get(Parameter.WIDTH)).isCloseTo(0.75, within(0.01));
    }

    @Test
    void sends_areNotFitted_onFlawedMasters() {
        // Given flawed masters that need no reverb, a clean one, and dry songs on which the member is right
        var answered = new ArrayList<EnsembleFit.Answered>();
        for (int i = 0; i < 40; i++) {
            double value = i < 8 ? 0.5 : 0;
            Protocol protocol = i < 8 ? Protocol.SENDS : i == 8 ? Protocol.CLEAN : Protocol.A12;
            answered.add(new EnsembleFit.Answered(
                    new Example("package/song", "0000", protocol, "midi", all(value), EnumSet.allOf(Parameter.class)),
                    Map.of("wet", all(0.5))));
        }

        // When
        var weights = EnsembleFit.fit(List.of("wet"), answered, "test");

        // Then what is right on 8 of 9 stays, though the clean one counts twice; with all masters it is 8 of 41
        assertThat(weights.blend(Map.of("wet", all(0.5))).get(Parameter.REVERB)).isCloseTo(0.5, within(0.02));
    }
}
