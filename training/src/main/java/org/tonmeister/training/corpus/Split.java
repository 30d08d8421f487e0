package org.tonmeister.training.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a track may be used for. No package, and so no track, is in two of them. */
public enum Split {
    /** To learn from. */
    TRAIN,
    /** To choose by. */
    VAL,
    /** To judge by, once. */
    TEST,
    /** Stems to learn from. */
    MULTI_TRAIN,
    /** Stems to judge by. */
    MULTI_TEST;

    /** As it is written in the manifest and on the command line: {@code multi-train}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The split of this label. */
    public static Optional<Split> of(String label) {
        return Arrays.stream(values())
                .filter(split -> split.label().equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Split::label).collect(Collectors.joining(", "));
    }
}
