package org.tonmeister.gateway.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.pipeline.options.MixOptionsParser;
import org.tonmeister.schemas.record.MixOptions;

/** The body of a request for a mix: turned into the options' names and texts, which have one place where they are read. */
final class MixRequestBody {
    private static final Map<String, String> GROUPS = Map.of("strengths", "strength.", "overrides", "override.");

    private MixRequestBody() {}

    /** @throws RuntimeException a problem or an invalid option, for the user */
    static MixOptions parse(ObjectNode body) {
        var options = new HashMap<String, String>();
        body.properties().forEach(field -> {
            String group = GROUPS.get(field.getKey());
            if (group != null) {
                object(field.getKey(), field.getValue())
                        .properties()
                        .forEach(item -> options.put(group + item.getKey(), text(item.getKey(), item.getValue())));
            } else if (!field.getValue().isNull()) {
                options.put(field.getKey(), text(field.getKey(), field.getValue()));
            } else if (!field.getKey().equals("loudness")) {
                throw Problem.invalid("'" + field.getKey() + "' must not be null: leave it out");
            }
        });
        return MixOptionsParser.parse(options);
    }

    private static ObjectNode object(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("'" + name + "' must be an object of parameters and numbers");
    }

    private static String text(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        throw Problem.invalid("'" + name + "' must be a number or a text");
    }
}
