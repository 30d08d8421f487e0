package org.tonmeister.training.sends;

import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * What part of a full musical send an example has already. Half of all examples have all of it, so that a model cannot
 * tell by the instruments alone what to answer. A quarter have none, as what comes straight from an instrument, and a
 * quarter something between. Each send is drawn by itself; so in three of four examples the other one is there wholly or
 * not at all, and hides the first less often.
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
        boolean dry = random.nextBoolean();
        double part = random.nextDouble();
        if (enough) {
            return 1;
        }
        return dry ? 0 : part;
    }

    /** What is missing, as a model should answer it; all else is neutral. */
    Parameters parameters() {
        return Parameters.neutral()
                .with(Parameter.REVERB, (1 - reverb) * SendReturn.FULL_PARAMETER)
                .with(Parameter.DELAY, (1 - delay) * SendReturn.FULL_PARAMETER);
    }
}
