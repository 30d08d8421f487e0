package org.tonmeister.predict.ensemble;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.predict.model.WindowWeight;

/**
 * What becomes of a weighted mean. Half of what music needs is nothing, and a mean over windows and models is never
 * quite nothing: so small distances from what is usual, see {@link #rest}, become much smaller, and large ones grow by as
 * much as means shrink. The distance d becomes gain·(√(d² + t²) − t): as d² near neutral, as gain·(d − t) far from it, rising everywhere, so that
 * more of a flaw is always answered by more of its cure.
 *
 * @param threshold the distance t where the one turns into the other, 0 or more
 * @param gain of large distances, above 0
 */
public record Response(double threshold, double gain) {
    private static final double FINAL_LUFS = -14;

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
        // Exactly neutral is what is said of silence: it stays.
        if (equals(NONE) || mean == parameter.neutral()) {
            return mean;
        }
        double distance = mean - rest(parameter);
        double answer = gain * (Math.sqrt(distance * distance + threshold * threshold) - threshold);
        return Math.max(0, Math.min(1, rest(parameter) + Math.signum(distance) * answer));
    }

    /**
     * What is right most of the time: neutral, and for the output level the way from the work level to −14 LUFS.
     */
    public static double rest(Parameter parameter) {
        return parameter == Parameter.OUTPUT_LEVEL
                ? parameter.fromUnits(FINAL_LUFS - WindowWeight.WORK_LEVEL_LUFS)
                : parameter.neutral();
    }
}
