package org.tonmeister.gateway.upload;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.schemas.record.MixOptions;

/** The options of a mix among the query's parameters and the form's fields. A name that is none is a mistake to tell. */
final class OptionFields {
    private static final Set<String> OTHERS = Set.of("filename");

    private final Map<String, String> options = new HashMap<>();

    /** Adds; what comes later counts. */
    OptionFields add(MultiMap fields) {
        fields.forEach((name, value) -> {
            if (!OTHERS.contains(name)) {
                options.put(name, value);
            }
        });
        return this;
    }

    /** @throws org.tonmeister.pipeline.options.InvalidOptionException if a name or value is not allowed */
    MixOptions parse() {
        return MixOptionsParser.parse(options);
    }
}
