package org.tonmeister.predict.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.ParameterValues;

class ParameterRecordsTest {
    private static final Parameters SOME = Parameters.of(0.01, 0.12, 0.23, 0.34, 0.45, 0.56, 0.67, 0.78, 0.89, 0.9);

    @Test
    void fieldsOfTheRecord_areTheParametersInTheirOrder() {
        assertThat(ParameterValues.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactlyElementsOf(Arrays.stream(Parameter.values())
                        .map(Parameter::jsonName)
                        .toList());
    }

    @Test
    void valuesComeBack() {
        assertThat(ParameterRecords.parameters(ParameterRecords.record(SOME))).isEqualTo(SOME);
    }

    @Test
    void valuesGoIntoTheFieldsOfTheirNames() {
        var record = ParameterRecords.record(SOME);

        assertThat(record.getInputGain()).isEqualTo(SOME.get(Parameter.INPUT_GAIN));
        assertThat(record.getHighEq()).isEqualTo(SOME.get(Parameter.HIGH_EQ));
        assertThat(record.getOutputLevel()).isEqualTo(SOME.get(Parameter.OUTPUT_LEVEL));
    }

    @Test
    void rejects_valuesOutOfRange() {
        var record = ParameterRecords.record(SOME);
        record.put(3, 1.5);

        assertThatThrownBy(() -> ParameterRecords.parameters(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("midEq");
    }
}
