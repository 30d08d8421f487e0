package org.tonmeister.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    static java.util.List<Class<? extends SpecificRecordBase>> records() {
        return ReleaseSchemas.RECORDS;
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyReleasedVersionCanStillBeRead(Class<? extends SpecificRecordBase> type) {
        Schema current = SpecificData.get().getSchema(type);
        var released = ReleasedSchemas.all().stream()
                .map(ReleasedSchemas.Released::schema)
                .filter(schema -> schema.getFullName().equals(current.getFullName()))
                .toList();

        assertThat(released).isNotEmpty().allSatisfy(old -> assertThat(
                        SchemaCompatibility.checkReaderWriterCompatibility(current, old)
                                .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenTodayIsReleased(Class<? extends SpecificRecordBase> type) {
        long today = SchemaNormalization.parsingFingerprint64(SpecificData.get().getSchema(type));

        assertThat(ReleasedSchemas.all())
                .as("run ReleaseSchemas for %s: readers elsewhere must know what we write", type.getSimpleName())
                .anyMatch(released -> SchemaNormalization.parsingFingerprint64(released.schema()) == today);
    }
}
