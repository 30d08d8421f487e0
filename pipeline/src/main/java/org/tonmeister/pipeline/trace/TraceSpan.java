package org.tonmeister.pipeline.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/** One piece of work in a trace; ends when it is closed. Where nobody traces, it only hands the trace context on. */
public final class TraceSpan implements AutoCloseable {
    private static final AttributeKey<String> TRACK = AttributeKey.stringKey("tonmeister.track.id");
    private static final AttributeKey<String> UPLOAD = AttributeKey.stringKey("tonmeister.upload.id");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("tonmeister.outcome");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("tonmeister.rejection.reason");

    private final Span span;
    private final List<Header> headers;

    private TraceSpan(Span span, List<Header> headers) {
        this.span = span;
        this.headers = headers;
    }

    static TraceSpan of(Span span) {
        return new TraceSpan(span, TraceHeaders.write(Context.root().with(span)));
    }

    static TraceSpan none(List<Header> passedOn) {
        return new TraceSpan(Span.getInvalid(), passedOn);
    }

    /** What the records that come of this work carry; may be none. */
    public List<Header> headers() {
        return headers;
    }

    /** The trace's id, 32 hexadecimal digits, for the log; empty where nobody traces. */
    public Optional<String> traceId() {
        return span.getSpanContext().isValid()
                ? Optional.of(span.getSpanContext().getTraceId())
                : Optional.empty();
    }

    /** Says whose work it is. */
    public void identify(String trackId, String uploadId) {
        span.setAttribute(TRACK, trackId);
        span.setAttribute(UPLOAD, uploadId);
    }

    /** Notes a fault; the work may go on. */
    public void fault(Throwable fault) {
        span.recordException(fault);
    }

    /** The work ended well. */
    public void done() {
        span.setAttribute(OUTCOME, "done");
    }

    /** The work was called off and will be done again. */
    public void cancelled() {
        span.setAttribute(OUTCOME, "cancelled");
    }

    /**
     * The record was rejected: its sender's mistake, so no error of ours.
     *
     * @param reason one of few words
     */
    public void rejected(String reason) {
        span.setAttribute(OUTCOME, "rejected");
        span.setAttribute(REASON, reason);
    }

    /** Nothing came of it. */
    public void failed(String reason) {
        span.setAttribute(OUTCOME, "failed");
        span.setStatus(StatusCode.ERROR, reason);
    }

    @Override
    public void close() {
        span.end();
    }
}
