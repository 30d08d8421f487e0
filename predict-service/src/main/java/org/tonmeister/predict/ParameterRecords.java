package org.tonmeister.predict;

import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
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
        double[] array = new double[Parameters.COUNT];
        for (int i = 0; i < array.length; i++) {
            array[i] = (double) values.get(i);
        }
        return Parameters.of(array);
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
        if (values.length != Parameters.COUNT) {
            throw new IllegalArgumentException("there are " + Parameters.COUNT + " parameters, not " + values.length);
        }
        var parameterValues = new ParameterValues();
        for (int i = 0; i < values.length; i++) {
            parameterValues.put(i, values[i]);
        }
        return parameterValues;
    }
}
