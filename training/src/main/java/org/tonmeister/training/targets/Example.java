package org.tonmeister.training.targets;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * One flawed (or clean) version of a track: what a model should answer to its windows.
 *
 * @param track {@code package/path} of the track
 * @param id unique among the examples of the track, such as {@code a12-0007}
 * @param protocol by which it was flawed
 * @param source what the track is: {@code masters}, {@code midi}, {@code stems} or {@code musdb}
 * @param parameters the truth: a mix with these gives the restored sound
 * @param known the parameters of which the truth is known, in the order of {@link Parameter}; a loss leaves the others
 *     out. Unmodifiable
 */
public record Example(
        String track, String id, Protocol protocol, String source, Parameters parameters, Set<Parameter> known) {
    /** Copies the set. */
    public Example {
        var copy = EnumSet.noneOf(Parameter.class);
        copy.addAll(known);
        known = Collections.unmodifiableSet(copy);
    }
}
