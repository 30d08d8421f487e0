package org.tonmeister.training.targets;

import java.util.List;
import java.util.Random;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * Draws what a chain has to do to a flawed track. A master cannot be dried, and its output level is found by rendering,
 * so reverb, delay and output level stay at neutral here.
 */
final class Flaws {
    /** What can be inverted, in the order of {@link Parameter}. */
    static final List<Parameter> FLAWED = List.of(
            Parameter.INPUT_GAIN,
            Parameter.COMPRESSION,
            Parameter.HIGH_EQ,
            Parameter.MID_EQ,
            Parameter.LOW_EQ,
            Parameter.PRESENCE,
            Parameter.WIDTH);

    private Flaws() {}

    /**
     * Draws parameters: uniform over the whole range where there is a flaw.
     *
     * @param mono whether the track has no side signal; then its width stays at neutral, as it would change nothing
     * @throws IllegalArgumentException if the protocol is none of masters
     */
    static Parameters draw(Protocol protocol, boolean mono, Random random) {
        Parameters parameters = Parameters.neutral();
        for (Parameter parameter : FLAWED) {
            // Both are drawn always, so that one parameter's fate does not change the next one's.
            boolean chosen = random.nextBoolean();
            double value = random.nextDouble();
            boolean flawed =
                    switch (protocol) {
                        case CLEAN -> false;
                        case A12 -> chosen;
                        case B12 -> true;
                        case SENDS -> throw new IllegalArgumentException("masters have no flaws in their sends");
                    };
            if (flawed && !(mono && parameter == Parameter.WIDTH)) {
                parameters = parameters.with(parameter, value);
            }
        }
        return parameters;
    }
}
