package org.tonmeister.training.targets;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By which rule an example was flawed. */
public enum Protocol {
    /** Not at all: a finished master at the work level. */
    CLEAN,
    /** Each of seven parameters with a probability of one half. */
    A12,
    /** All seven parameters. */
    B12,
    /** Too little reverb or delay: dry sources with a part of a send. */
    SENDS;

    /** The name in JSON and in examples' ids: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The protocol with that {@link #jsonName}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Protocol ofJsonName(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no protocol '" + name + "'; there are "
                        + Arrays.stream(values()).map(Protocol::jsonName).collect(Collectors.joining(", "))));
    }
}
