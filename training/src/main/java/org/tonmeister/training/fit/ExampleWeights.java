package org.tonmeister.training.fit;

import java.util.EnumSet;
import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.Protocol;

/**
 * How much an example's parameters count in the loss. An example of sends knows two parameters of ten and there are few,
 * fewer still of stems. That finished masters need no sends is known of every one of them: counted like the rest it would
 * teach that what sounds like a record is wet enough, however dry it is.
 */
final class ExampleWeights {
    private static final Set<Parameter> SENDS = EnumSet.of(Parameter.REVERB, Parameter.DELAY);
    private static final float SENDS_OF_MASTERS = 0.06f;
    private static final float SENDS_OF_MIDI = 3;
    private static final float SENDS_OF_STEMS = 10;
    private static final String MIDI = "midi";

    private ExampleWeights() {}

    /** The weights by parameter, {@code [10]}; 0 for what is not known. */
    static float[] of(Example example) {
        float[] weights = new float[Parameters.COUNT];
        for (Parameter parameter : example.known()) {
            weights[parameter.ordinal()] = weight(example, parameter);
        }
        return weights;
    }

    private static float weight(Example example, Parameter parameter) {
        if (example.protocol() != Protocol.SENDS) {
            return SENDS.contains(parameter) ? SENDS_OF_MASTERS : 1;
        }
        return example.source().equals(MIDI) ? SENDS_OF_MIDI : SENDS_OF_STEMS;
    }
}
