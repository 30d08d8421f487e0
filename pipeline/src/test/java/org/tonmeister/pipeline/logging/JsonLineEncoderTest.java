package org.tonmeister.pipeline.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLineEncoderTest {
    private final LoggerContext context = new LoggerContext();
    private final JsonLineEncoder encoder = new JsonLineEncoder();

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        encoder.setContext(context);
        encoder.start();
    }

    @Test
    void line_hasTheEventsFigures_itsKeyValues_andItsSurroundings() throws Exception {
        var event = event("Record {}: dead letter", null, "rejected");
        event.setKeyValuePairs(List.of(new KeyValuePair("stage", "ingest"), new KeyValuePair("offset", 17)));
        event.setMDCPropertyMap(Map.of("trackId", "song", "stage", "not this one"));

        JsonNode line = line(event);

        assertThat(line.get("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(line.get("level").asText()).isEqualTo("WARN");
        assertThat(line.get("logger").asText()).isEqualTo("org.tonmeister.Test");
        assertThat(line.get("thread").asText()).isEqualTo("work-1");
        assertThat(line.get("message").asText()).isEqualTo("Record rejected: dead letter");
        assertThat(line.get("stage").asText()).isEqualTo("ingest");
        assertThat(line.get("offset").asText()).isEqualTo("17");
        assertThat(line.get("trackId").asText()).isEqualTo("song");
        assertThat(line.has("exception")).isFalse();
    }

    @Test
    void textThatWouldBreakALine_isEscaped() throws Exception {
        String text = "two\nlines\r\t\"quoted\" \\ \u0000\u001f \u2028 \uD834\uDD1E half \uD834 end";

        String written = new String(encoder.encode(event(text, null)), StandardCharsets.UTF_8);

        assertThat(written).endsWith("}\n");
        assertThat(written.strip()).doesNotContain("\n").doesNotContain("\r");
        assertThat(line(event(text, null)).get("message").asText()).isEqualTo(text);
    }

    @Test
    void exception_isOneMember_withItsTraceAndCause() throws Exception {
        var fault = new IllegalStateException("out", new IOException("in\nside"));

        JsonNode line = line(event("failed", fault));

        assertThat(line.get("exception").asText())
                .startsWith("java.lang.IllegalStateException: out")
                .contains("JsonLineEncoderTest", "Caused by: java.io.IOException: in");
    }

    @Test
    void keyThatIsTaken_getsAnother() throws Exception {
        var event = event("said", null);
        event.setKeyValuePairs(List.of(new KeyValuePair("message", "mine"), new KeyValuePair("level", null)));

        JsonNode line = line(event);

        assertThat(line.get("message").asText()).isEqualTo("said");
        assertThat(line.get("_message").asText()).isEqualTo("mine");
        assertThat(line.get("_level").asText()).isEqualTo("null");
    }

    private LoggingEvent event(String message, Throwable fault, Object... arguments) {
        var event =
                new LoggingEvent("", context.getLogger("org.tonmeister.Test"), Level.WARN, message, fault, arguments);
        event.setThreadName("work-1");
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        return event;
    }

    private JsonNode line(LoggingEvent event) throws IOException {
        return new ObjectMapper().readTree(encoder.encode(event));
    }
}
