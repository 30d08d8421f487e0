package org.tonmeister.predict.model;

import java.util.Arrays;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.ParameterLists;
import org.tonmeister.schemas.record.ParameterValues;

/** The ten parameters as an Avro record, whose fields stand in the order of {@link Parameter}. */
public final class ParameterRecords {
    private ParameterRecords() {}

    /**
     * The parameters in a record.
     *
     * @throws IllegalArgumentException if a value is not a number from 0 to 1
     */
    public static Parameters parameters(ParameterValues values) {
        return Parameters.of(ParameterLists.of(values));
    }

    /** The record of the parameters. */
    public static ParameterValues record(Parameters parameters) {
        return record(parameters.toArray());
    }

    /**
     * The record of ten numbers, [parameters] in the order of {@link Parameter}: values, or shares of a model in each
     * value.
     */
    public static ParameterValues record(double[] values) {
        return ParameterLists.values(Arrays.stream(values).boxed().toList());
    }
}
