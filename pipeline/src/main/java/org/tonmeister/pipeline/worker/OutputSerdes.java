package org.tonmeister.pipeline.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.tonmeister.schemas.AvroSerde;

/** The serdes of what was sent so far: making one costs more than using it. Thread-safe. */
final class OutputSerdes {
    private final Map<Class<?>, AvroSerde<?>> serdes = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T extends SpecificRecordBase> byte[] encode(T value) {
        var type = (Class<T>) value.getClass();
        return ((AvroSerde<T>) serdes.computeIfAbsent(type, missing -> AvroSerde.of(type))).encode(value);
    }
}
