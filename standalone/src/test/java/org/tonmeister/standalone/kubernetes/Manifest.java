package org.tonmeister.standalone.kubernetes;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One document of a file.
 *
 * @param file its name
 * @param root the document
 */
record Manifest(String file, JsonNode root) {
    /** Tests run in the module's folder. */
    static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** All documents of the folder. */
    static List<Manifest> all() throws IOException {
        var manifests = new ArrayList<Manifest>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                manifests.addAll(read(file));
            }
        }
        return List.copyOf(manifests);
    }

    /** The documents of a file. */
    static List<Manifest> read(Path file) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll().stream()
                    .map(root -> new Manifest(String.valueOf(file.getFileName()), root))
                    .toList();
        }
    }

    /** Those of a kind. */
    static List<Manifest> ofKind(String kind) throws IOException {
        return all().stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    String kind() {
        return root.path("kind").asText();
    }

    /** Such as {@code apps/v1 Deployment}. */
    String type() {
        return root.path("apiVersion").asText() + " " + kind();
    }

    String name() {
        return root.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    @Override
    public String toString() {
        return file + ": " + kind() + " " + name();
    }
}
