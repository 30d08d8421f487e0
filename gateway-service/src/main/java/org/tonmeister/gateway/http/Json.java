package org.tonmeister.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.tonmeister.gateway.problem.Problem;

/** JSON texts and trees. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** As text, on one line. */
    public static Buffer write(JsonNode node) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain nodes cannot fail to be written", e);
        }
    }

    /** @throws org.tonmeister.gateway.problem.ProblemException if it is not one JSON object */
    public static ObjectNode readObject(Buffer text) {
        try {
            if (MAPPER.readTree(text.getBytes()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Problem.badRequest("The body is not JSON");
        }
        throw Problem.badRequest("The body must be a JSON object");
    }
}
