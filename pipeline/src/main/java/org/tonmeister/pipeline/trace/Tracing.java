package org.tonmeister.pipeline.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.schemas.Topic;

/**
 * Makes the spans of the work on records, with the attributes of OpenTelemetry's semantic conventions for messaging
 * (https://opentelemetry.io/docs/specs/semconv/messaging/kafka/). Off, it makes none, and the trace context of a record
 * is handed on as it came. Thread-safe.
 */
public final class Tracing {
    private static final Tracing OFF = new Tracing(Optional.empty());
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> STAGE = AttributeKey.stringKey("tonmeister.stage");

    private final Optional<Tracer> tracer;

    private Tracing(Optional<Tracer> tracer) {
        this.tracer = tracer;
    }

    /** Makes no spans. */
    public static Tracing off() {
        return OFF;
    }

    /** Makes spans with these means. */
    public static Tracing with(OpenTelemetry telemetry) {
        return new Tracing(Optional.of(telemetry.getTracer("org.tonmeister.pipeline")));
    }

    /** Begins the work on a record: a child of the span in its headers, or the first of a new trace. */
    public TraceSpan process(Received record) {
        if (tracer.isEmpty()) {
            return TraceSpan.none(TraceHeaders.passedOn(record.headers()));
        }
        Span span = begin(record.source(), "process", SpanKind.CONSUMER)
                .setParent(TraceHeaders.read(record.headers()))
                .setAttribute(DESTINATION, record.topic())
                .setAttribute(PARTITION, Integer.toString(record.partition()))
                .setAttribute(OFFSET, record.offset())
                .setAttribute(GROUP, record.group())
                .setAttribute(STAGE, record.stage())
                .startSpan();
        return TraceSpan.of(span);
    }

    /**
     * Begins to publish a record.
     *
     * @param topic the topic's full name
     * @param cause headers with the trace context of what asked for it; without one, the caller's current span is the
     *     parent
     */
    public TraceSpan publish(Topic destination, String topic, Headers cause) {
        if (tracer.isEmpty()) {
            return TraceSpan.none(TraceHeaders.passedOn(cause));
        }
        Context asked = TraceHeaders.read(cause);
        boolean isRoot = !Span.fromContext(asked).getSpanContext().isValid();
        Span span = begin(destination, "send", SpanKind.PRODUCER)
                .setParent(isRoot ? Context.current() : asked)
                .setAttribute(DESTINATION, topic)
                .startSpan();
        return TraceSpan.of(span);
    }

    private SpanBuilder begin(Topic topic, String operation, SpanKind kind) {
        return tracer.orElseThrow()
                .spanBuilder(operation + " " + topic.suffix())
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation);
    }
}
