package org.tonmeister.predict.ensemble;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.tonmeister.audio.dsp.Parameter;

/**
 * What becomes of a weighted mean. Half of what music needs is nothing, and a mean over windows and models is never
 * quite nothing: so small distances from neutral are taken for none (soft thresholding, Donoho 1995), and what is left
 * is lifted by as much as means shrink.
 *
 * @param threshold distance from neutral that counts as none, 0 or more
 * @param gain of what is beyond it, above 0
 */
public record Response(double threshold, double gain) {
    /** Leaves a mean as it is. */
    public static final Response NONE = new Response(0, 1);

    /** Checks the numbers. */
    @JsonCreator
    public Response(
            @JsonProperty(value = "threshold", required = true) double threshold,
            @JsonProperty(value = "gain", required = true) double gain) {
        if (!(threshold >= 0 && threshold <= 1 && gain > 0 && gain <= 10)) {
            throw new IllegalArgumentException("a response needs a threshold from 0 to 1 and a gain from 0 to 10, not "
                    + threshold + " and " + gain);
        }
        this.threshold = threshold;
        this.gain = gain;
    }

    /** The value in [0, 1] for a mean in [0, 1]. */
    public double of(Parameter parameter, double mean) {
        if (equals(NONE)) {
            return mean;
        }
        double distance = mean - parameter.neutral();
        double beyond = Math.max(0, Math.abs(distance) - threshold) * gain;
        return Math.max(0, Math.min(1, parameter.neutral() + Math.signum(distance) * beyond));
    }
}
