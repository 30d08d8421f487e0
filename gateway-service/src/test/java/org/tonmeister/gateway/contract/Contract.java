package org.tonmeister.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** openapi.json as a judge: each answer must be one that it describes, and each that it describes must be seen. */
final class Contract {
    private static final String IRI = "https://tonmeister.test/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Set<String> seen = new TreeSet<>();

    /** @param text the file */
    Contract(String text) throws IOException {
        document = new ObjectMapper().readTree(text);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, text)));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        var operation = new Operation(path.getKey(), method.getKey(), method.getValue());
                        operations.put(method.getValue().path("operationId").asText(), operation);
                    }
                }));
    }

    /** One operation of the file. */
    record Operation(String path, String method, JsonNode node) {}

    Map<String, Operation> operations() {
        return operations;
    }

    /** Whether the file says that the operation may be answered so. */
    boolean describes(String operationId, int status) {
        return operations.get(operationId).node().path("responses").has(Integer.toString(status));
    }

    /** Checks an answer, and that it has the status expected. */
    <T> HttpResponse<T> check(String operationId, int status, HttpResponse<T> answer) {
        assertThat(answer.statusCode()).as("%s: %s", operationId, answer.body()).isEqualTo(status);
        assertThat(describes(operationId, status))
                .as("%s may answer %s", operationId, status)
                .isTrue();
        String pointer = pointer(operationId, status);
        JsonNode response = document.at(pointer);
        response.path("headers").properties().forEach(header -> {
            if (!header.getKey().equals("Location") || status == 202) {
                assertThat(answer.headers().firstValue(header.getKey()))
                        .as("%s %s header %s", operationId, status, header.getKey())
                        .isPresent();
            }
        });
        response.path("content").properties().forEach(content -> body(pointer, content.getKey(), answer));
        seen.add(operationId + " " + status);
        return answer;
    }

    /** What the file describes and nobody has seen. */
    Set<String> unseen() {
        var unseen = new TreeSet<String>();
        operations.forEach((id, operation) -> operation
                .node()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> unseen.add(id + " " + status)));
        unseen.removeAll(seen);
        return unseen;
    }

    private void body(String pointer, String mediaType, HttpResponse<?> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!mediaType.contains("*")) {
            assertThat(type).startsWith(mediaType);
        }
        if (mediaType.endsWith("json") && answer.body() instanceof String text) {
            String schema = pointer + "/content/" + mediaType.replace("/", "~1") + "/schema";
            assertThat(schemas.getSchema(SchemaLocation.of(IRI + "#" + schema)).validate(text, InputFormat.JSON))
                    .as("%s by %s", text, schema)
                    .isEmpty();
        }
    }

    private String pointer(String operationId, int status) {
        Operation operation = operations.get(operationId);
        String pointer =
                "/paths/" + operation.path().replace("/", "~1") + "/" + operation.method() + "/responses/" + status;
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : reference.asText().substring(1);
    }
}
