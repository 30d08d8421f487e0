package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service's process writes. */
class ServiceLogIT {
    @TempDir
    private Path folder;

    @Test
    void json_isOneObjectALine_onTheStandardOutput() throws Exception {
        int exitCode = run(Map.of("TONMEISTER_LOG", "json"));

        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(out())) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(exitCode).isEqualTo(1);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2).allSatisfy(line -> {
            assertThat(line.isObject()).isTrue();
            assertThat(line.fieldNames()).toIterable().contains("timestamp", "level", "logger", "thread", "message");
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("message").asText()).isEqualTo("one\nmessage of \"two\" lines");
            assertThat(line.get("stage").asText()).isEqualTo("ingest");
        });
        assertThat(lines).anySatisfy(line -> assertThat(line.path("exception").asText())
                .startsWith("java.lang.IllegalStateException: no luck"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.get("logger").asText()).isEqualTo("io.opentelemetry.Exporter");
            assertThat(line.get("level").asText()).isEqualTo("ERROR");
            assertThat(line.get("message").asText()).isEqualTo("collector is away");
        });
        assertThat(Files.readString(err())).isEqualTo("logging-service cannot start: no luck\n");
    }

    @Test
    void text_isForPeople_onTheStandardError_inTheLevelAskedFor() throws Exception {
        run(Map.of("TONMEISTER_LOG_LEVEL", "debug"));

        assertThat(Files.readString(out())).isEmpty();
        assertThat(Files.readString(err()))
                .containsPattern("INFO .*Example one")
                .containsPattern("DEBUG .*Example detail");
    }

    @Test
    void wordThatIsNone_isOneLineAndExitCode2() throws Exception {
        int exitCode = run(Map.of("TONMEISTER_LOG", "xml"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(Files.readString(err()))
                .isEqualTo("logging-service: TONMEISTER_LOG is 'xml': must be one of text, json\n");
    }

    private int run(Map<String, String> environment) throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoggingServiceMain.class.getName()))
                .redirectOutput(out().toFile())
                .redirectError(err().toFile());
        process.environment().putAll(environment);
        process.environment().put("TONMEISTER_TEMP", folder.resolve("temp").toString());
        return process.start().waitFor();
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path err() {
        return folder.resolve("err");
    }
}
