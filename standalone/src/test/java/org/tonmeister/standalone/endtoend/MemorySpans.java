package org.tonmeister.standalone.endtoend;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;

/** {@code OTEL_TRACES_EXPORTER=memory}: keeps the spans of this JVM for the tests. */
public final class MemorySpans implements ConfigurableSpanExporterProvider {
    private static final InMemorySpanExporter KEPT = InMemorySpanExporter.create();

    /** For the service loader. */
    public MemorySpans() {}

    /** All spans of a trace that have ended and were sent. */
    static List<SpanData> ofTrace(String traceId) {
        return KEPT.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }

    @Override
    public SpanExporter createExporter(ConfigProperties config) {
        return KEPT;
    }

    @Override
    public String getName() {
        return "memory";
    }
}
