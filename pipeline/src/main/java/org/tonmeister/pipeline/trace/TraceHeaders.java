package org.tonmeister.pipeline.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tonmeister.schemas.RecordHeaders;
import org.tonmeister.schemas.TextHeader;

/** Trace context in the headers of records: W3C Trace Context, {@code traceparent} and {@code tracestate}. */
final class TraceHeaders {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> FROM_HEADERS = TraceHeaders::text;

    private TraceHeaders() {}

    /** The context in the headers; the root, where they have none that can be read. */
    static Context read(Headers headers) {
        return W3C.extract(Context.root(), headers, FROM_HEADERS);
    }

    /** Headers that carry the context on; none, if it is none. */
    static List<Header> write(Context context) {
        var headers = new ArrayList<Header>(2);
        W3C.inject(context, headers, (list, name, value) -> list.add(new TextHeader(name, value)));
        return List.copyOf(headers);
    }

    private static String text(Headers headers, String key) {
        return TextHeader.read(headers, key).orElse(null);
    }

    /** What is handed on unchanged where nobody traces. */
    static List<Header> passedOn(Headers headers) {
        Header header = headers.lastHeader(RecordHeaders.TRACE_PARENT);
        return header == null ? List.of() : List.of(header);
    }
}
