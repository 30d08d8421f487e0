package org.tonmeister.pipeline.options;

import java.util.List;
import org.apache.avro.Schema;
import org.tonmeister.schemas.record.ParameterValues;

/** The names of the ten parameters: the fields of {@link ParameterValues}. */
final class ParameterNames {
    private static final List<String> ALL = ParameterValues.getClassSchema().getFields().stream()
            .map(Schema.Field::name)
            .toList();

    private ParameterNames() {}

    /** The parameter that {@code option} names after {@code prefix}, in whatever case, as the schema writes it. */
    static String canonical(String option, String prefix) {
        String parameter = option.substring(prefix.length());
        return ALL.stream()
                .filter(name -> name.equalsIgnoreCase(parameter))
                .findFirst()
                .orElseThrow(() -> new InvalidOptionException("Option '" + option + "': there is no parameter '"
                        + parameter + "'; there are " + String.join(", ", ALL)));
    }
}
