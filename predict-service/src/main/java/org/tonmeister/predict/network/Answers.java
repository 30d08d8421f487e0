package org.tonmeister.predict.network;

import java.util.function.Supplier;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.neural.network.Answer;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.predict.model.Mono;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.schemas.record.WindowStatistics;

/** What holds for the answers of all networks. */
final class Answers {
    private Answers() {}

    /**
     * The estimate for a window: silence is left alone, and a mono source's width.
     *
     * @param network is asked unless the window is silent
     */
    static Estimate estimate(WindowStatistics statistics, Supplier<Answer> network) {
        double weight = WindowWeight.of(statistics);
        if (weight == 0) {
            return Estimate.SILENCE;
        }
        Answer answer = network.get();
        var parameters = Parameters.of(answer.parameters());
        return new Estimate(
                Mono.is(statistics) ? parameters.with(Parameter.WIDTH, Parameter.WIDTH.neutral()) : parameters,
                weight * answer.confidence());
    }
}
