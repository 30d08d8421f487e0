package org.tonmeister.schemas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * Every schema version ever released, from {@code released/} beside this class. A version, once released, stays: old
 * records in the log must remain readable.
 */
public final class ReleasedSchemas {
    private static final List<Released> ALL = load();

    private ReleasedSchemas() {}

    /**
     * One released schema.
     *
     * @param version the release that brought it, such as {@code v1}
     * @param schema the schema, whole
     */
    public record Released(String version, Schema schema) {}

    /** All of them, in the order of the index: older versions first. */
    public static List<Released> all() {
        return ALL;
    }

    static SchemaStore store() {
        var store = new SchemaStore.Cache();
        ALL.forEach(released -> store.addSchema(released.schema()));
        return store;
    }

    private static List<Released> load() {
        var schemas = new ArrayList<Released>();
        for (String path : read("index").lines().filter(line -> !line.isBlank()).toList()) {
            schemas.add(new Released(path.substring(0, path.indexOf('/')), new Schema.Parser().parse(read(path))));
        }
        return List.copyOf(schemas);
    }

    private static String read(String path) {
        try (InputStream in = ReleasedSchemas.class.getResourceAsStream("released/" + path)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the released schema " + path);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return String.join("\n", reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
