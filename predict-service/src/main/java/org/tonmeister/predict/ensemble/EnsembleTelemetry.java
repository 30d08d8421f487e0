package org.tonmeister.predict.ensemble;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.MDC;
import org.tonmeister.pipeline.trace.Received;
import org.tonmeister.pipeline.trace.TraceSpan;
import org.tonmeister.pipeline.trace.Tracing;
import org.tonmeister.pipeline.worker.HandedOn;
import org.tonmeister.pipeline.worker.StageMetrics;
import org.tonmeister.schemas.Topic;

/** What the ensemble lets others see of its work: the same figures and spans as those of the workers. Thread-safe. */
final class EnsembleTelemetry {
    private static final String TRACE = "traceId";

    private final StageMetrics metrics;
    private final Tracing tracing;
    private final String group;

    /** @param group the application's id */
    EnsembleTelemetry(MeterRegistry meters, Tracing tracing, String group) {
        this.metrics = new StageMetrics(meters, Answer.STAGE, InstantSource.system());
        this.tracing = tracing;
        this.group = group;
    }

    /** Shows nothing. */
    static EnsembleTelemetry none() {
        return new EnsembleTelemetry(new SimpleMeterRegistry(), Tracing.off(), "");
    }

    StageMetrics metrics() {
        return metrics;
    }

    /** Does the work on a record; it gets the headers that all carry that comes of it. */
    void work(ProcessingContext context, Topic source, Record<String, ?> record, Consumer<Headers> work) {
        long begun = System.nanoTime();
        try (TraceSpan span = tracing.process(received(context.recordMetadata(), source, record.headers()))) {
            span.traceId().ifPresent(id -> MDC.put(TRACE, id));
            work.accept(HandedOn.of(source, record.headers(), record.timestamp(), span));
            span.done();
        } finally {
            MDC.remove(TRACE);
            metrics.work().record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            metrics.recordIn();
        }
    }

    /** An answer was sent. */
    void answered(Answer answer) {
        answer.rejection().ifPresent(metrics::rejected);
        metrics.recordsOut(answer.orders().size() + answer.progress().size());
    }

    private Received received(Optional<RecordMetadata> place, Topic source, Headers headers) {
        return new Received(
                Answer.STAGE,
                group,
                source,
                place.map(RecordMetadata::topic).orElse(""),
                place.map(RecordMetadata::partition).orElse(-1),
                place.map(RecordMetadata::offset).orElse(-1L),
                headers);
    }
}
