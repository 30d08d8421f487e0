package org.tonmeister.audio.codec;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a container's header says about itself.
 *
 * @param declaredSeconds the length it promises, where this package reads that itself
 * @param notes what the user should know
 */
record HeaderFacts(OptionalDouble declaredSeconds, List<String> notes) {
    /** Nothing found out; FFmpeg's view of the file counts. */
    static final HeaderFacts NONE = new HeaderFacts(OptionalDouble.empty(), List.of());

    /** Files may fall this short of their header unpunished: less than a listener notices. */
    static final double TOLERANCE_SECONDS = 0.05;

    static HeaderFacts ofSeconds(double seconds) {
        return new HeaderFacts(OptionalDouble.of(seconds), List.of());
    }
}
