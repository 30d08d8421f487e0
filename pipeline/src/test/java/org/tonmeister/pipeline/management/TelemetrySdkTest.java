package org.tonmeister.pipeline.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.Topic;

class TelemetrySdkTest {
    @Test
    void nothingIsTraced_unlessAskedFor() {
        assertThat(makesSpans(Map.of())).isFalse();
        assertThat(makesSpans(Map.of("OTEL_SERVICE_NAME", "x"))).isFalse();
        assertThat(makesSpans(Map.of("OTEL_TRACES_EXPORTER", "none"))).isFalse();
        assertThat(makesSpans(Map.of("OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://x:4318")))
                .isFalse();
    }

    @Test
    void exporterThatThereIsNot_isTheUsersMistake() {
        assertThatThrownBy(() -> TelemetrySdk.from(Map.of("OTEL_TRACES_EXPORTER", "pigeon"), "test"))
                .isInstanceOf(UserMistakeException.class)
                .hasMessageContaining("pigeon");
    }

    private static boolean makesSpans(Map<String, String> environment) {
        try (var telemetry = TelemetrySdk.from(environment, "test");
                var span = telemetry.tracing().publish(Topic.UPLOADS, "uploads", new RecordHeaders())) {
            return span.traceId().isPresent();
        }
    }
}
