package org.tonmeister.predict.ensemble;

import java.util.List;
import java.util.stream.Stream;

/** The variants of a mix: by all models together, by one alone, or one of each for comparison. */
final class Variants {
    static final String ENSEMBLE = "ensemble";
    static final String ALL = "all";

    private Variants() {}

    /**
     * The variants to be ordered.
     *
     * @param asked as in the options of a mix
     * @param present models that have answered
     * @param missing enabled models that have not
     * @throws OrderRefusedException if there is no such variant
     */
    static List<String> asked(String asked, List<String> present, List<String> missing) throws OrderRefusedException {
        if (asked.equals(ENSEMBLE)) {
            return List.of(ENSEMBLE);
        }
        if (asked.equals(ALL)) {
            return Stream.concat(Stream.of(ENSEMBLE), present.stream()).toList();
        }
        if (present.contains(asked)) {
            return List.of(asked);
        }
        if (missing.contains(asked)) {
            throw new OrderRefusedException("Model '" + asked + "' did not answer in time: ask for a remix later, or"
                    + " for the variant '" + ENSEMBLE + "'");
        }
        throw new OrderRefusedException("There is no variant '" + asked + "'; choose one of "
                + String.join(
                        ", ",
                        Stream.of(List.of(ENSEMBLE, ALL), present, missing)
                                .flatMap(List::stream)
                                .toList()));
    }
}
