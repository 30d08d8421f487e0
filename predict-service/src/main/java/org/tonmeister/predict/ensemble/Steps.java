package org.tonmeister.predict.ensemble;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * Parameters in steps of 1/{@value #STEPS}, 0.024 dB of a gain. A network's sums differ in their last bits between kinds of
 * processors; what is ordered must not, or the same upload would give different bytes. (A value that lies on the edge
 * of a step may still fall to either side.)
 */
public final class Steps {
    private static final int STEPS = 1000;
    /** A send or a compression below this cannot be heard and costs as much as a large one. */
    private static final double INAUDIBLE = 0.01;

    private Steps() {}

    /** The nearest parameters on the steps; neutral ones stay so, and inaudible effects become so. */
    public static Parameters settled(Parameters parameters) {
        var settled = parameters;
        for (Parameter p : Parameter.values()) {
            double value = (double) Math.round(parameters.get(p) * STEPS) / STEPS;
            boolean effect = p.neutral() == 0;
            settled = settled.with(p, effect && value < INAUDIBLE ? 0 : value);
        }
        return settled;
    }
}
