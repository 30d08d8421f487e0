package org.tonmeister.training.corpus;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The audio streams of a stem file of MUSDB18, in their order (Native Instruments, "Stem File Specification"). */
public enum MusdbStem {
    /** The finished song. */
    MIXTURE,
    DRUMS,
    BASS,
    /** All that is none of the others. */
    OTHER,
    VOCALS;

    /** All but the mixture. */
    public static Set<MusdbStem> parts() {
        return EnumSet.range(DRUMS, VOCALS);
    }

    /** As it is written in names of files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
