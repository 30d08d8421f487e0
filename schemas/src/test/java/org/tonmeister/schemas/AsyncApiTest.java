package org.tonmeister.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** asyncapi.yaml is what the specification says, and what the code does. */
class AsyncApiTest {
    private static final String IRI = "https://tonmeister.test/asyncapi-3.0.0.json";
    /** Of {@code MixOptionsParser}: no constants, because they are the users' words. */
    private static final Set<String> OPTIONS = Set.of("format", "loudness", "ceiling", "strength", "variant");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new ObjectMapper(new YAMLFactory()).readTree(text("asyncapi.yaml"));
    }

    @Test
    void document_isValid_byTheOfficialSchema() throws IOException {
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void documentWithAMistake_isNot() throws IOException {
        ObjectNode wrong = document.deepCopy();
        ((ObjectNode) wrong.at("/operations/mixSendsMixes")).put("action", "publish");

        assertThat(errors(wrong)).isNotEmpty();
    }

    @Test
    void references_leadSomewhere() {
        var references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(AsyncApiTest.class.getResource(reference))
                        .as(reference)
                        .isNotNull();
            }
        });
    }

    @Test
    void channels_areTheTopics_withTheirSettings() {
        var described = new TreeMap<String, Map<String, String>>();
        for (JsonNode channel : document.path("channels")) {
            JsonNode kafka = channel.at("/bindings/kafka");
            assertThat(kafka.path("topic")).isEqualTo(channel.path("address"));
            described.put(channel.path("address").asText(), settings(kafka));
        }

        var created = new TreeMap<String, Map<String, String>>();
        for (NewTopic topic : new TopicCatalogue("tonmeister", 6, (short) 1).newTopics()) {
            created.put(topic.name(), settings(topic));
        }
        assertThat(described).isEqualTo(created);
    }

    @Test
    void avroPayloads_areTheSchemasThatAreWritten() throws Exception {
        var names = new TreeSet<String>();
        for (JsonNode message : document.at("/components/messages")) {
            JsonNode reference = message.at("/payload/schema/$ref");
            if (!reference.isMissingNode()) {
                Schema described = new Schema.Parser().parse(text(reference.asText()));
                Schema written = SpecificData.get().getSchema(Class.forName(described.getFullName()));
                assertThat(SchemaNormalization.parsingFingerprint64(described))
                        .as(reference.asText())
                        .isEqualTo(SchemaNormalization.parsingFingerprint64(written));
                names.add(described.getName());
            }
        }
        assertThat(names)
                .containsExactly(
                        "AstWindow",
                        "AudioChunk",
                        "Mix",
                        "MixOrder",
                        "MixRequest",
                        "Prediction",
                        "Progress",
                        "SpectrogramWindow",
                        "TrackState",
                        "Upload");
    }

    @Test
    void headers_areThoseOfTheCode() throws IllegalAccessException {
        var inCode = new TreeSet<>(OPTIONS);
        for (var constant : RecordHeaders.class.getFields()) {
            inCode.add((String) constant.get(null));
        }

        var described = new TreeSet<String>();
        for (JsonNode message : document.at("/components/messages")) {
            message.at("/headers/properties").fieldNames().forEachRemaining(described::add);
            message.at("/headers/required").forEach(name -> assertThat(
                            message.at("/headers/properties").has(name.asText()))
                    .as("%s of %s", name, message.path("name"))
                    .isTrue());
        }
        assertThat(described).isEqualTo(inCode);
    }

    private static Map<String, String> settings(JsonNode kafka) {
        var settings = new HashMap<String, String>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(entry -> settings.put(
                        entry.getKey(),
                        entry.getValue().isArray()
                                ? entry.getValue().get(0).asText()
                                : entry.getValue().asText()));
        settings.put("partitions", kafka.path("partitions").asText());
        settings.put("replicas", kafka.path("replicas").asText());
        return settings;
    }

    private static Map<String, String> settings(NewTopic topic) {
        var settings = new HashMap<>(topic.configs());
        settings.keySet()
                .retainAll(Arrays.asList("cleanup.policy", "retention.ms", "delete.retention.ms", "max.message.bytes"));
        settings.put("partitions", Integer.toString(topic.numPartitions()));
        settings.put("replicas", Short.toString(topic.replicationFactor()));
        return settings;
    }

    private static List<Error> errors(JsonNode json) throws IOException {
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(Map.of(IRI, text("/asyncapi/3.0.0-without-id.json"))));
        return schemas.getSchema(SchemaLocation.of(IRI)).validate(json.toString(), InputFormat.JSON);
    }

    private static String text(String resource) {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
