package org.tonmeister.pipeline.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonmeister.schemas.TextHeader;
import org.tonmeister.schemas.Topic;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final Tracing tracing = Tracing.with(sdk);

    @AfterEach
    void close() {
        sdk.close();
    }

    @Test
    void work_isAChildOfTheSpanInTheHeaders_withTheAttributesOfMessaging() {
        try (var span = tracing.process(received(traceParent()))) {
            span.identify("song", "1-17");
            span.done();
        }

        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getName()).isEqualTo("process audio");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(attributes(span))
                .containsEntry("messaging.system", "kafka")
                .containsEntry("messaging.operation.name", "process")
                .containsEntry("messaging.operation.type", "process")
                .containsEntry("messaging.destination.name", "tm.audio")
                .containsEntry("messaging.destination.partition.id", "1")
                .containsEntry("messaging.kafka.offset", "42")
                .containsEntry("messaging.consumer.group.name", "tm-features")
                .containsEntry("tonmeister.stage", "features")
                .containsEntry("tonmeister.track.id", "song")
                .containsEntry("tonmeister.upload.id", "1-17")
                .containsEntry("tonmeister.outcome", "done");
    }

    @Test
    void whatComesOfTheWork_carriesItsSpan() {
        Headers outgoing;
        try (var span = tracing.process(received(traceParent()))) {
            outgoing = new RecordHeaders(span.headers());
        }

        String spanId = spans.getFinishedSpanItems().get(0).getSpanId();
        assertThat(TextHeader.read(outgoing, "traceparent")).contains("00-" + TRACE + "-" + spanId + "-01");
    }

    @Test
    void recordWithoutContext_orWithOneThatCannotBeRead_beginsATrace() {
        for (Headers headers :
                new Headers[] {new RecordHeaders(), new RecordHeaders().add(new TextHeader("traceparent", "00-x-y-01"))
                }) {
            spans.reset();
            try (var span = tracing.process(received(headers))) {
                assertThat(span.headers()).hasSize(1);
            }
            assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
                assertThat(span.getParentSpanContext().isValid()).isFalse();
                assertThat(span.getSpanContext().isValid()).isTrue();
            });
        }
    }

    @Test
    void unsampledParent_makesNoSpan_butHandsTheTraceOn() {
        var headers = new RecordHeaders().add(new TextHeader("traceparent", "00-" + TRACE + "-" + PARENT + "-00"));

        Headers outgoing;
        try (var span = tracing.process(received(headers))) {
            outgoing = new RecordHeaders(span.headers());
        }

        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(TextHeader.read(outgoing, "traceparent"))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("00-" + TRACE).endsWith("-00"));
    }

    @Test
    void faults_areEventsOfTheSpan_andAFailureIsItsStatus() {
        try (var span = tracing.process(received(traceParent()))) {
            span.fault(new ArithmeticException("/ by zero"));
            span.failed("A fault in features");
        }

        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("exception");
            assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.type")))
                    .isEqualTo("java.lang.ArithmeticException");
        });
    }

    @Test
    void rejection_isNoErrorOfOurs() {
        try (var span = tracing.process(received(traceParent()))) {
            span.rejected("unreadable_audio");
        }

        SpanData span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attributes(span))
                .containsEntry("tonmeister.outcome", "rejected")
                .containsEntry("tonmeister.rejection.reason", "unreadable_audio");
    }

    @Test
    void publishing_isAChildOfTheCallersSpan_orOfTheHeaders() {
        var caller = sdk.getTracer("test").spanBuilder("caller").startSpan();
        try (var scope = caller.makeCurrent();
                var alone = tracing.publish(Topic.UPLOADS, "tm.uploads", new RecordHeaders());
                var asked = tracing.publish(Topic.UPLOADS, "tm.uploads", traceParent())) {
            assertThat(scope).isNotNull();
            alone.done();
            asked.done();
        }

        var finished = spans.getFinishedSpanItems();
        assertThat(finished).extracting(SpanData::getName).containsOnly("send uploads");
        assertThat(finished).extracting(SpanData::getKind).containsOnly(SpanKind.PRODUCER);
        assertThat(finished)
                .extracting(SpanData::getParentSpanId)
                .containsExactlyInAnyOrder(caller.getSpanContext().getSpanId(), PARENT);
        caller.end();
    }

    @Test
    void off_handsTheHeaderOnAsItCame_andMakesNothing() {
        try (var span = Tracing.off().process(received(traceParent()));
                var none = Tracing.off().process(received(new RecordHeaders()))) {
            span.identify("song", "1-17");
            span.done();
            assertThat(span.headers()).containsExactlyElementsOf(traceParent());
            assertThat(span.traceId()).isEmpty();
            assertThat(none.headers()).isEmpty();
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private static Received received(Headers headers) {
        return new Received("features", "tm-features", Topic.AUDIO, "tm.audio", 1, 42, headers);
    }

    private static Headers traceParent() {
        return new RecordHeaders().add(new TextHeader("traceparent", "00-" + TRACE + "-" + PARENT + "-01"));
    }

    private static Map<String, String> attributes(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().getKey(), entry -> entry.getValue()
                        .toString()));
    }
}
