package org.tonmeister.pipeline.options;

import java.util.Map;
import org.tonmeister.schemas.record.MixOptions;

/**
 * Reads the options of a mix from names and texts, as they stand in record headers, on the command line and in HTTP
 * queries.
 */
public final class MixOptionsParser {
    private MixOptionsParser() {}

    /** Whether {@code name} is the name of an option: other headers and query parameters are not ours to judge. */
    public static boolean isOption(String name) {
        return false;
    }

    /**
     * The options; what is not given has its default.
     *
     * @throws InvalidOptionException if a name or value is not allowed
     */
    public static MixOptions parse(Map<String, String> options) {
        throw new UnsupportedOperationException("not yet written");
    }
}
