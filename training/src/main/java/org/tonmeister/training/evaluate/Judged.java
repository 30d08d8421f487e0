package org.tonmeister.training.evaluate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;

/** Which parameters the figures over all of them count. */
final class Judged {
    /** The eight without the sends, which masters are never given. */
    static final List<Parameter> EIGHT = without(EnumSet.of(Parameter.REVERB, Parameter.DELAY));

    /** The seven that masters are flawed in. */
    static final List<Parameter> SEVEN = without(EnumSet.of(Parameter.REVERB, Parameter.DELAY, Parameter.OUTPUT_LEVEL));

    /** The sends. */
    static final List<Parameter> SENDS = List.of(Parameter.REVERB, Parameter.DELAY);

    private Judged() {}

    private static List<Parameter> without(Set<Parameter> others) {
        return List.copyOf(EnumSet.complementOf(EnumSet.copyOf(others)));
    }
}
