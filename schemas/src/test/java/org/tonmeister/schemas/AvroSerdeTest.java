package org.tonmeister.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.record.AstWindow;
import org.tonmeister.schemas.record.Progress;
import org.tonmeister.schemas.record.ProgressState;
import org.tonmeister.schemas.record.RecordPointer;
import org.tonmeister.schemas.record.WindowStatistics;

class AvroSerdeTest {
    private static final AvroSerde<Progress> SERDE = AvroSerde.of(Progress.class);
    private static final Progress PROGRESS =
            new Progress("track", "0-7", "ingest", ProgressState.REJECTED, 0.25, "is empty", null, null);

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
    void readsRecordsOfTheFirstRelease_withDefaultsForWhatCameLater() throws IOException {
        var window = AstWindow.newBuilder()
                .setTrackId("track")
                .setUploadId("0-7")
                .setPass("a.b")
                .setWindow(3)
                .setAudio(new RecordPointer(2, 77L))
                .setEncoderName("ast")
                .setEncoderVersion("1")
                .setEmbedding(List.of(0.5f))
                .setBalance(List.of(-20f))
                .setStatistics(WindowStatistics.newBuilder()
                        .setLoudnessLufs(-20)
                        .setRmsDbfs(-20)
                        .setPeakDbfs(-3)
                        .setMidDbfs(-20)
                        .setSideDbfs(-30)
                        .setCorrelation(0.5)
                        .setLevelPercentilesDb(List.of())
                        .setSlopePercentilesDb(List.of())
                        .setLevelDeviationDb(3)
                        .setCrestMeanDb(9)
                        .setCrestDeviationDb(2)
                        .build())
                .build();
        Schema first = ReleasedSchemas.all().stream()
                .map(ReleasedSchemas.Released::schema)
                .filter(schema -> schema.getFullName().equals(AstWindow.class.getName()))
                .findFirst()
                .orElseThrow();
        var old = new GenericData.Record(first);
        first.getFields().forEach(field -> old.put(field.name(), window.get(field.name())));
        byte[] bytes = new BinaryMessageEncoder<GenericData.Record>(SpecificData.get(), first)
                .encode(old)
                .array();

        var read = AvroSerde.of(AstWindow.class).decode(bytes);

        assertThat(first.getField("balance")).isNull();
        assertThat(read)
                .isEqualTo(AstWindow.newBuilder(window).setBalance(List.of()).build());
    }

    @Test
    void nullStaysNull() {
        assertThat(SERDE.serialize("topic", null)).isNull();
        assertThat(SERDE.deserialize("topic", null)).isNull();
    }
}
