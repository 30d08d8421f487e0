package org.tonmeister.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.tonmeister.schemas.record.ParameterValues;

/**
 * Reads and writes one record type by Avro's single-object encoding: C3 01, the 8-byte little-endian CRC-64-AVRO
 * fingerprint of the writer's schema, the body (Avro specification 1.12, "Single-object encoding"). Needs no registry:
 * every released schema version is on the class path. Thread-safe.
 *
 * @param <T> the generated record class
 */
public final class AvroSerde<T extends SpecificRecordBase> implements Serde<T>, Serializer<T>, Deserializer<T> {
    static {
        // Avro makes no objects of classes that nobody vouches for (CVE-2024-47561); ours are generated from our
        // schemas.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getPackage() == ParameterValues.class.getPackage()));
    }

    private final Class<T> type;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private AvroSerde(Class<T> type) {
        this.type = type;
        var model = SpecificData.getForClass(type);
        var schema = model.getSchema(type);
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, ReleasedSchemas.store());
    }

    /** The serde of {@code type}. */
    public static <T extends SpecificRecordBase> AvroSerde<T> of(Class<T> type) {
        return new AvroSerde<>(type);
    }

    /** A reader of the records in Avro's data files, which stand there without marker and fingerprint. */
    public static <T extends SpecificRecordBase> DatumReader<T> fileReader(Class<T> type) {
        return new SpecificDatumReader<>(type);
    }

    /** Whether {@code value} begins with the single-object marker C3 01. */
    public static boolean isAvro(byte[] value) {
        return value != null && value.length >= 10 && value[0] == (byte) 0xC3 && value[1] == 0x01;
    }

    /** The record as bytes. */
    public byte[] encode(T message) {
        try {
            ByteBuffer buffer = encoder.encode(message);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The record in {@code bytes}.
     *
     * @throws SerializationException if the bytes are not a {@code T} of any released version
     */
    public T decode(byte[] bytes) {
        if (!isAvro(bytes)) {
            throw new SerializationException(
                    "Not a " + type.getSimpleName() + ": the value does not begin with Avro's single-object marker");
        }
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw new SerializationException(
                    "Not a " + type.getSimpleName() + " of a version this release knows: upgrade the reader first", e);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Not a whole " + type.getSimpleName() + ": the record is damaged", e);
        }
    }

    @Override
    public byte[] serialize(String topic, T message) {
        return message == null ? null : encode(message);
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        return bytes == null ? null : decode(bytes);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
