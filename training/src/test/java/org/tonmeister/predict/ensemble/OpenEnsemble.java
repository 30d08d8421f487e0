package org.tonmeister.predict.ensemble;

import org.tonmeister.audio.dsp.Parameters;

/** The steps of the service's orders, for tests outside of its package. */
public final class OpenEnsemble {
    private OpenEnsemble() {}

    /** The parameters as the service orders them. */
    public static Parameters settled(Parameters parameters) {
        return Steps.settled(parameters);
    }
}
