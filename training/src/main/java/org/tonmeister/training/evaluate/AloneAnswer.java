package org.tonmeister.training.evaluate;

import java.util.List;
import java.util.Map;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.ensemble.EnsembleWeights;
import org.tonmeister.predict.model.Estimate;
import org.tonmeister.training.targets.Example;

/**
 * What a network says without the others, as a mix of that variant is made: at the level of the track with its own
 * response, at that of windows as they are.
 *
 * @param weights that hold its response
 * @param use how it is asked
 */
record AloneAnswer(EnsembleWeights weights, String model, Use use) implements Row.Answer {
    @Override
    public List<Estimate> of(Example example, Map<String, TrackEstimates> said) {
        return said.get(model).of(example.id(), use);
    }

    @Override
    public Parameters track(Example example, Map<String, TrackEstimates> said) {
        return weights.alone(model, TrackMean.of(of(example, said)));
    }
}
