package org.tonmeister.predict.model;

import org.tonmeister.audio.dsp.Parameters;

/**
 * What a model says of one window.
 *
 * @param parameters the ten
 * @param weight how much the window counts in the mean over the track, ≥ 0; 0 for silence
 */
public record Estimate(Parameters parameters, double weight) {
    /** Of silence: nothing is to be done, and it does not count. */
    public static final Estimate SILENCE = new Estimate(Parameters.neutral(), 0);

    /** Checks the weight. */
    public Estimate {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of a window must be 0 or more, not " + weight);
        }
    }
}
