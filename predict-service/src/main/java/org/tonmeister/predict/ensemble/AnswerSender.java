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

    private final ProcessorContext<String, SpecificRecordBase> context;
    private final EnsembleTelemetry telemetry;

    AnswerSender(ProcessorContext<String, SpecificRecordBase> context, EnsembleTelemetry telemetry) {
        this.context = context;
        this.telemetry = telemetry;
    }

    /**
     * Sends what the answer holds.
     *
     * @param handedOn headers for all of it; empty if a deadline gave the answer
     */
    void send(Answer answer, Headers handedOn) {
        for (MixOrder order : answer.orders()) {
            context.forward(record(order.getTrackId(), order, handedOn), ORDERS);
        }
        for (Progress progress : answer.progress()) {
            context.forward(record(progress.getTrackId(), progress, handedOn), PROGRESS);
        }
        telemetry.answered(answer);
        if (!answer.orders().isEmpty()) {
            // Orders are what somebody waits for: they do not wait for the next regular commit.
            context.commit();
        }
    }

    private Record<String, SpecificRecordBase> record(String trackId, SpecificRecordBase value, Headers handedOn) {
        return new Record<>(trackId, value, context.currentSystemTimeMs(), new RecordHeaders(handedOn));
    }
}
