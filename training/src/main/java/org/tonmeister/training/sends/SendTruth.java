package org.tonmeister.training.sends;

import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * What part of a full musical send an example has already. Half of all examples have all of it, so that a model cannot
 * tell by the instruments alone what to answer.
 *
 * @param reverb 0 (dry) to 1
 * @param delay likewise
 */
record SendTruth(double reverb, double delay) {
    static SendTruth draw(Random random) {
        return new SendTruth(part(random), part(random));
    }

    private static double part(Random random) {
        boolean enough = random.nextBoolean();
        double part = random.nextDouble();
        return enough ? 1 : part;
    }

    /** What is missing, as a model should answer it; all else is neutral. */
    Parameters parameters() {
        return Parameters.neutral()
                .with(Parameter.REVERB, (1 - reverb) * SendReturn.FULL_PARAMETER)
                .with(Parameter.DELAY, (1 - delay) * SendReturn.FULL_PARAMETER);
    }
}
