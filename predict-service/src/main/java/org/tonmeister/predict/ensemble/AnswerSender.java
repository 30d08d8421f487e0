package org.tonmeister.predict.ensemble;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tonmeister.schemas.record.MixOrder;
import org.tonmeister.schemas.record.Progress;

/** Sends answers to their topics. */
final class AnswerSender {
    static final String ORDERS = "mix-orders";
    static final String PROGRESS = "progress";
    private static final String TRACE_PARENT = org.tonmeister.schemas.RecordHeaders.TRACE_PARENT;

    private final ProcessorContext<String, SpecificRecordBase> context;

    AnswerSender(ProcessorContext<String, SpecificRecordBase> context) {
        this.context = context;
    }

    /**
     * Sends what the answer holds.
     *
     * @param cause headers of the record that it answers, for the trace; empty if a deadline gave it
     */
    void send(Answer answer, Headers cause) {
        for (MixOrder order : answer.orders()) {
            context.forward(record(order.getTrackId(), order, cause), ORDERS);
        }
        for (Progress progress : answer.progress()) {
            context.forward(record(progress.getTrackId(), progress, cause), PROGRESS);
        }
        if (!answer.orders().isEmpty()) {
            // Orders are what somebody waits for: they do not wait for the next regular commit.
            context.commit();
        }
    }

    private Record<String, SpecificRecordBase> record(String trackId, SpecificRecordBase value, Headers cause) {
        var headers = new RecordHeaders();
        var trace = cause.lastHeader(TRACE_PARENT);
        if (trace != null) {
            headers.add(trace);
        }
        return new Record<>(trackId, value, context.currentSystemTimeMs(), headers);
    }
}
