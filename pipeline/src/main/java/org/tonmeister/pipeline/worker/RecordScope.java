package org.tonmeister.pipeline.worker;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.MDC;
import org.tonmeister.pipeline.trace.Received;
import org.tonmeister.pipeline.trace.TraceSpan;

/** What goes with the work on one record, all attempts together: its span, and what the log says beside each line. */
final class RecordScope implements AutoCloseable {
    private static final String TRACK = "trackId";
    private static final String UPLOAD = "uploadId";
    private static final String TRACE = "traceId";

    private final TraceSpan span;
    private final Headers handedOn;

    private RecordScope(TraceSpan span, Headers handedOn) {
        this.span = span;
        this.handedOn = handedOn;
        span.traceId().ifPresent(id -> MDC.put(TRACE, id));
    }

    static RecordScope open(WorkerConfiguration configuration, ConsumerRecord<byte[], byte[]> record) {
        var received = Received.of(configuration.stage(), configuration.groupId(), configuration.source(), record);
        var span = configuration.tracing().process(received);
        return new RecordScope(span, HandedOn.of(configuration.source(), record.headers(), record.timestamp(), span));
    }

    /** What all records carry that come of this one. */
    Headers handedOn() {
        return handedOn;
    }

    /** Of these, the trace. */
    List<Header> traceHeaders() {
        return span.headers();
    }

    void identify(TrackIdentity track) {
        MDC.put(TRACK, track.trackId());
        MDC.put(UPLOAD, track.uploadId());
        span.identify(track.trackId(), track.uploadId());
    }

    void fault(Throwable fault) {
        span.fault(fault);
    }

    void cancelled() {
        span.cancelled();
    }

    void end(CompletedRecord completed) {
        completed
                .failure()
                .ifPresentOrElse(
                        failure -> failure.rejection()
                                .ifPresentOrElse(
                                        reason -> span.rejected(reason.label()), () -> span.failed(failure.reason())),
                        span::done);
    }

    @Override
    public void close() {
        span.close();
        MDC.remove(TRACE);
        MDC.remove(TRACK);
        MDC.remove(UPLOAD);
    }
}
