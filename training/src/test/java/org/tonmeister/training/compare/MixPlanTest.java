package org.tonmeister.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.training.compare.MixPlan.Mix;

class MixPlanTest {
    @Test
    void withoutReference_theEnsembleComesLast() {
        var plan = MixPlan.of(
                List.of(opinion("analyser", false, 0.5), opinion("ast", false, 0.7)), EnsembleWeights.equal());

        assertThat(plan.mixes()).extracting(Mix::id).containsExactly("analyser", "ast", "ensemble");
        assertThat(width(plan.mixes().get(2))).isEqualTo(0.6);
    }

    @Test
    void withReference_theEnsembleHearsTheAnalyserAndTheNetworksThatHeardIt() {
        var plan = MixPlan.of(
                List.of(opinion("analyser", false, 0.5), opinion("ast", false, 0.7), opinion("ast", true, 0.9)),
                EnsembleWeights.equal());

        assertThat(plan.mixes())
                .extracting(Mix::id)
                .containsExactly("analyser", "ast", "ensemble", "ast-with-reference", "ensemble-with-reference");
        assertThat(width(plan.mixes().get(4))).isEqualTo(0.7);
    }

    private static double width(Mix mix) {
        return mix.opinion().parameters().get(Parameter.WIDTH);
    }

    private static Opinion opinion(String model, boolean withReference, double width) {
        return new Opinion(model, "1", withReference, Parameters.fromMap(Map.of("width", width)));
    }
}
