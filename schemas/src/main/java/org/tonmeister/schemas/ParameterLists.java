package org.tonmeister.schemas;

import java.util.List;
import java.util.stream.IntStream;
import org.tonmeister.schemas.record.ParameterValues;

/** The ten parameters as a list, in the order of {@link ParameterValues}'s fields. */
public final class ParameterLists {
    /** Names of the parameters, in order. */
    public static final List<String> NAMES = ParameterValues.getClassSchema().getFields().stream()
            .map(field -> field.name())
            .toList();

    private ParameterLists() {}

    /** The ten numbers. */
    public static List<Double> of(ParameterValues values) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> (Double) values.get(i))
                .toList();
    }

    /**
     * The record of ten numbers.
     *
     * @throws IllegalArgumentException if there are not ten
     */
    public static ParameterValues values(List<Double> numbers) {
        if (numbers.size() != NAMES.size()) {
            throw new IllegalArgumentException("A mix has " + NAMES.size() + " parameters, not " + numbers.size());
        }
        var values = new ParameterValues();
        for (int i = 0; i < NAMES.size(); i++) {
            values.put(i, numbers.get(i));
        }
        return values;
    }
}
