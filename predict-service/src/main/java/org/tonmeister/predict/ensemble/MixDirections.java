package org.tonmeister.predict.ensemble;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.MixOptions;

/** From what the models say to what is ordered: how strongly the user wants it, and what he gives outright. */
final class MixDirections {
    private MixDirections() {}

    /**
     * Scales the distances from neutral by the overall strength times the stage's, settles the outcome on {@link Steps},
     * then puts the overrides in place as they are.
     *
     * @throws OrderRefusedException if a name is unknown or a number out of range
     */
    static Parameters apply(MixOptions options, Parameters predicted) throws OrderRefusedException {
        try {
            var scaled = predicted.scaledBy(options.getStrength());
            for (var stage : options.getStageStrengths().entrySet()) {
                scaled = scaled.scaledBy(Parameter.ofJsonName(stage.getKey()), stage.getValue());
            }
            return Steps.settled(scaled).with(options.getOverrides());
        } catch (IllegalArgumentException e) {
            throw new OrderRefusedException("The mix options cannot be met: " + e.getMessage());
        }
    }
}
