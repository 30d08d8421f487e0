package org.tonmeister.standalone.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;

/** Avro values as JSON: records and maps as objects by their field names, enums in lower case, bytes in hex. */
final class AvroJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AvroJson() {}

    static ObjectNode of(IndexedRecord message) {
        ObjectNode node = NODES.objectNode();
        for (var field : message.getSchema().getFields()) {
            node.set(field.name(), of(message.get(field.pos())));
        }
        return node;
    }

    static JsonNode of(Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof IndexedRecord message) {
            return of(message);
        } else if (value instanceof Map<?, ?> map) {
            // Avro's maps have no order of their own; the same report should be the same text.
            ObjectNode node = NODES.objectNode();
            new TreeMap<>(map).forEach((key, each) -> node.set(key.toString(), of(each)));
            return node;
        } else if (value instanceof Collection<?> list) {
            var node = NODES.arrayNode();
            list.forEach(each -> node.add(of(each)));
            return node;
        } else if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Integer number) {
            return NODES.numberNode(number);
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof Enum<?> constant) {
            return NODES.textNode(constant.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof ByteBuffer bytes) {
            return NODES.textNode(hex(bytes));
        } else if (value instanceof CharSequence text) {
            return NODES.textNode(text.toString());
        }
        throw new IllegalArgumentException("No JSON for " + value.getClass());
    }

    static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
