package org.tonmeister.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.RecordPointer;

class AvroSerdeTest {
    private static final AvroSerde<Progress> SERDE = AvroSerde.of(Progress.class);
    private static final Progress PROGRESS =
            new Progress("track", "0-7", "ingest", ProgressState.REJECTED, 0.25, "is empty");

    @Test
    void roundTripKeepsTheRecord() {
        assertThat(SERDE.decode(SERDE.encode(PROGRESS))).isEqualTo(PROGRESS);
    }

    @Test
    void beginsWithMarkerAndFingerprint() {
        byte[] bytes = SERDE.encode(PROGRESS);

        assertThat(AvroSerde.isAvro(bytes)).isTrue();
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(Progress.getClassSchema()));
    }

    @Test
    void refusesWhatIsNotAvro() {
        assertThatThrownBy(() -> SERDE.decode("ID3 an MP3 file".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("single-object marker");
    }

    @Test
    void refusesTruncatedRecords() {
        byte[] bytes = SERDE.encode(PROGRESS);

        assertThatThrownBy(() -> SERDE.decode(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesSchemasNobodyReleased() {
        byte[] pointer = AvroSerde.of(RecordPointer.class).encode(new RecordPointer(0, 1L));

        assertThatThrownBy(() -> SERDE.decode(pointer))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version");
    }

    @Test
    void nullStaysNull() {
        assertThat(SERDE.serialize("topic", null)).isNull();
        assertThat(SERDE.deserialize("topic", null)).isNull();
    }
}
