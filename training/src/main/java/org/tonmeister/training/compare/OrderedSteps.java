package org.tonmeister.training.compare;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The steps in which predict-service orders parameters. Its own class for that is not open to others; a test holds the two
 * together.
 */
final class OrderedSteps {
    private static final int STEPS = 1000;
    private static final double INAUDIBLE = 0.01;

    private OrderedSteps() {}

    /** The parameters as a mix is ordered with: in steps of a thousandth, and without inaudible effects. */
    static Parameters settled(Parameters parameters) {
        Parameters settled = parameters;
        for (Parameter parameter : Parameter.values()) {
            double value = (double) Math.round(parameters.get(parameter) * STEPS) / STEPS;
            boolean effect = parameter.neutral() == 0;
            settled = settled.with(parameter, effect && value < INAUDIBLE ? 0 : value);
        }
        return settled;
    }
}
