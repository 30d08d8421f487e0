package org.tonmeister.pipeline.management;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tonmeister.pipeline.trace.Tracing;

/**
 * Sends the traces where OpenTelemetry's own variables say. Nothing is traced unless one of {@code OTEL_TRACES_EXPORTER},
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT} and {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT} is set.
 */
public final class TelemetrySdk implements AutoCloseable {
    private static final String PREFIX = "OTEL_";
    private final OpenTelemetrySdk sdk;

    private TelemetrySdk(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
    }

    /**
     * The means that {@code environment} asks for; with none, if it asks for none.
     *
     * @param service the name under which the spans are sent, unless {@code OTEL_SERVICE_NAME} is set
     * @throws UserMistakeException if a variable cannot be used
     */
    public static TelemetrySdk from(Map<String, String> environment, String service) {
        if (!isWanted(environment)) {
            return new TelemetrySdk(null);
        }
        try {
            var configured = AutoConfiguredOpenTelemetrySdk.builder()
                    .disableShutdownHook()
                    .addPropertiesSupplier(() -> defaults(service))
                    .addPropertiesCustomizer(config -> properties(environment))
                    .build();
            return new TelemetrySdk(configured.getOpenTelemetrySdk());
        } catch (RuntimeException e) {
            throw new UserMistakeException("The settings of OpenTelemetry cannot be used: " + e.getMessage(), e);
        }
    }

    /** Makes the spans. */
    public Tracing tracing() {
        return sdk == null ? Tracing.off() : Tracing.with(sdk);
    }

    /** Sends what was not sent yet, within a bound. */
    @Override
    public void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    private static boolean isWanted(Map<String, String> environment) {
        boolean off = "true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))
                || "none".equalsIgnoreCase(environment.get("OTEL_TRACES_EXPORTER"));
        return !off
                && (isSet(environment, "OTEL_TRACES_EXPORTER")
                        || isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
                        || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
    }

    private static boolean isSet(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        return value != null && !value.isBlank();
    }

    /** Metrics are for Prometheus to fetch, and logs go to the standard output. */
    private static Map<String, String> defaults(String service) {
        return Map.of(
                "otel.service.name", service,
                "otel.traces.exporter", "otlp",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.propagators", "tracecontext");
    }

    /** The variables of the map, which need not be the process's own. */
    private static Map<String, String> properties(Map<String, String> environment) {
        var properties = new HashMap<String, String>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !value.isBlank()) {
                properties.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return properties;
    }
}
